namespace Shares.Local.Lambda;

/// <summary>One event on its way through a process.</summary>
public sealed record Invocation(string RequestId, ReadOnlyMemory<byte> Payload, DateTimeOffset Deadline)
{
    private readonly TaskCompletionSource<InvocationAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the process has answered; never when it dies before.</summary>
    public Task<InvocationAnswer> Answer => _answer.Task;

    /// <summary>The process has asked for its next event and got this one.</summary>
    public bool WasTaken { get; set; }

    public void Complete(InvocationAnswer answer) => _answer.TrySetResult(answer);
}
