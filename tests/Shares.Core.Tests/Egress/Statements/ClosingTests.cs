using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;

namespace Shares.Core.Tests.Egress.Statements;

public sealed class ClosingTests
{
    private static readonly BillingPeriod December = BillingPeriod.Parse("2026-12");
    private static readonly DateTimeOffset InTime = new(2027, 1, 4, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly NewYear = new(2027, 1, 1);

    [Fact]
    public void A_month_is_ready_72_hours_after_its_end_with_a_final_bill_and_the_trail_read() => Assert.True(Ready());

    [Fact]
    public void A_bill_that_AWS_may_still_change_closes_nothing() => Assert.False(Ready(isEstimated: true));

    [Fact]
    public void A_month_is_not_ready_a_moment_before() => Assert.False(Ready(now: InTime - TimeSpan.FromTicks(1)));

    [Fact]
    public void A_bill_from_before_that_moment_is_not_final_whatever_it_says() => Assert.False(Ready(askedAt: InTime - TimeSpan.FromTicks(1)));

    [Fact]
    public void The_day_after_the_month_has_its_last_records() => Assert.False(Ready(trail: NewYear.AddDays(-1)));

    [Fact]
    public void Without_a_bill_or_a_file_of_the_trail_nothing_is_closed()
    {
        Assert.False(Closing.IsReady(December, null, NewYear, InTime));
        Assert.False(Closing.IsReady(December, new Bill(December, false, InTime, []), null, InTime));
    }

    private static bool Ready(bool isEstimated = false, DateTimeOffset? now = null, DateTimeOffset? askedAt = null, DateOnly? trail = null) =>
        Closing.IsReady(December, new Bill(December, isEstimated, askedAt ?? InTime, []), trail ?? NewYear, now ?? InTime);
}
