using CsCheck;
using Shares.Core.Enforcing;

namespace Shares.Core.Tests.Enforcing;

public sealed class RevocationTests
{
    private static readonly Gen<DateTimeOffset> AnyTime = Gen.Long[0, TimeSpan.TicksPerMinute].Select(ticks => Some.Now.AddTicks(ticks));
    private static readonly Gen<TimeSpan> ClockDifference = Gen.Long[-999, 999].Select(ms => TimeSpan.FromMilliseconds(ms));

    [Fact]
    public void A_session_from_before_the_change_is_refused_whatever_the_clocks_say_and_round() =>
        Gen.Select(AnyTime, Gen.Long[0, TimeSpan.TicksPerMinute], ClockDifference).Sample((change, earlier, difference) =>
        {
            var issued = Second(change.AddTicks(-earlier) + difference);
            Assert.True(issued < Revocation.MomentAfter(Second(change)));
        });

    [Fact]
    public void A_session_from_two_seconds_after_the_change_is_not_refused() => Gen.Select(AnyTime, Gen.Long[0, TimeSpan.TicksPerMinute]).Sample(
        (change, later) => Assert.True(Second(change.AddSeconds(2).AddTicks(later)) >= Revocation.MomentAfter(change)));

    [Fact]
    public void A_moment_is_a_whole_second() => AnyTime.Sample(change => Revocation.MomentAfter(change).Ticks % TimeSpan.TicksPerSecond == 0);

    [Fact]
    public void A_revocation_is_kept_until_no_session_can_be_left()
    {
        var revocation = Revocation.After(new Revoked.Subscriber(Some.Subscriber), Some.Now);
        Assert.True(revocation.KeptUntil >= revocation.Moment + Limits.SessionLifetime + TimeSpan.FromMinutes(5));
    }

    private static DateTimeOffset Second(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
