namespace Shares.Api.Tests.Running;

/// <summary>Real time, moved. Delays take as long as they say.</summary>
public sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
