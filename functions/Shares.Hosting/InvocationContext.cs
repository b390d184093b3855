namespace Shares.Hosting;

/// <summary>One invocation as the Runtime API announced it. In a web function it is a feature of the request.</summary>
/// <param name="RequestId">Lambda's id of the invocation.</param>
/// <param name="Deadline">When Lambda ends the invocation; <see cref="DateTimeOffset.MaxValue"/> when it did not say.</param>
/// <param name="TraceId">The X-Ray header, <c>Root=…;Parent=…;Sampled=…</c>; null when there is none.</param>
public sealed record InvocationContext(string RequestId, string FunctionArn, DateTimeOffset Deadline, string? TraceId)
{
    /// <summary>Time left until the deadline, never negative.</summary>
    public TimeSpan Remaining(TimeProvider time)
    {
        var left = Deadline - time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
