namespace Shares.Api.Tests.Running;

/// <summary>Real time, moved, in whole milliseconds as the table and the answers give it. Delays take as long as they say.</summary>
public sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds((base.GetUtcNow() + Shift).ToUnixTimeMilliseconds());
}
