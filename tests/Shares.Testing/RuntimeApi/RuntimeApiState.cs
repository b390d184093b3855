namespace Shares.Testing.RuntimeApi;

/// <summary>The order that Lambda insists on: <c>next</c>, one answer to that event, <c>next</c>, …; an error of the start only before all of it.</summary>
internal sealed class RuntimeApiState
{
    private readonly Lock gate = new();
    private PendingInvocation? current;
    private bool asked;
    private bool waiting;

    public bool TryAsk()
    {
        lock (gate)
        {
            if (waiting || current is not null) return false;
            return waiting = asked = true;
        }
    }

    public void Give(PendingInvocation? invocation)
    {
        lock (gate) (waiting, current) = (false, invocation);
    }

    /// <returns>The invocation that this id names, if it is the one that awaits its answer.</returns>
    public PendingInvocation? TryAnswer(string? id)
    {
        lock (gate)
        {
            if (current is not { } answered || answered.Id != id) return null;
            current = null;
            return answered;
        }
    }

    public bool TryFailInit()
    {
        lock (gate) return !asked;
    }
}
