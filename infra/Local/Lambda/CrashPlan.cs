namespace Shares.Local.Lambda;

/// <param name="AfterCalls">0: nothing is to crash.</param>
public sealed record CrashPlan(int AfterCalls)
{
    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    public bool HasFired => AfterCalls > 0 && Calls >= AfterCalls;

    /// <returns>Whether this call is the one to die of. Calls after it count but do no harm.</returns>
    public bool Count() => Interlocked.Increment(ref _calls) == AfterCalls;
}
