namespace Shares.Egress.Tests.World;

/// <summary>A clock that stands still, with timers that run.</summary>
internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
