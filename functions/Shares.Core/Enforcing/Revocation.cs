namespace Shares.Core.Enforcing;

/// <summary>Sessions of <paramref name="Subject"/> that were issued before <paramref name="Moment"/> are refused.</summary>
/// <param name="Moment">A whole second, because AWS counts the times of issue of sessions in whole seconds; see <see cref="MomentAfter"/>.</param>
public sealed record Revocation(Revoked Subject, DateTimeOffset Moment)
{
    /// <summary>
    /// By no more than this STS's clock may be ahead of ours. Sessions of which it is more are not handed out, so that this is no assumption.
    /// </summary>
    public static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(1);

    /// <summary>From then on there is no session left that was issued before the moment.</summary>
    public DateTimeOffset KeptUntil => Moment + Limits.RevocationKept;

    /// <summary>
    /// The first moment of which it is certain that every session from before <paramref name="time"/> was issued earlier, whatever STS's clock
    /// said. So a session may be refused that was issued up to two seconds after that time; none is let through from before it.
    /// </summary>
    public static DateTimeOffset MomentAfter(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds()) + TimeSpan.FromSeconds(1) + ClockDifference;

    public static Revocation After(Revoked subject, DateTimeOffset time) => new(subject, MomentAfter(time));
}
