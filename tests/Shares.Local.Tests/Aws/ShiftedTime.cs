namespace Shares.Local.Tests.Aws;

/// <summary>The server's clock, ahead of or behind the clients', which sign by the system's.</summary>
public sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
