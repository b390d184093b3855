namespace Shares.Billing.Tests.World;

/// <summary>Says what time it is as a test wants it. Timers run as usual: the stores wait when others are at the same items, and nobody would wake them.</summary>
public sealed class Clock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void SetUtcNow(DateTimeOffset to) => Interlocked.Exchange(ref _ticks, to.UtcTicks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
