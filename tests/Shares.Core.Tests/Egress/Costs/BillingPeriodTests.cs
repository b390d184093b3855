using CsCheck;
using Shares.Core.Egress.Costs;

namespace Shares.Core.Tests.Egress.Costs;

public sealed class BillingPeriodTests
{
    [Fact]
    public void A_month_holds_its_first_moment_and_not_the_one_after_its_last()
    {
        var month = BillingPeriod.Parse("2026-12");
        Assert.True(month.Contains(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.True(month.Contains(month.End.AddTicks(-1)));
        Assert.False(month.Contains(month.End));
        Assert.False(month.Contains(month.Start.AddTicks(-1)));
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), month.End);
        Assert.Equal("2027-01", month.Next.ToString());
    }

    [Fact]
    public void A_time_counts_in_UTC_wherever_it_was_written_down() =>
        Assert.Equal("2026-12", BillingPeriod.Of(new DateTimeOffset(2027, 1, 1, 1, 30, 0, TimeSpan.FromHours(2))).ToString());

    [Fact]
    public void Every_day_is_in_exactly_one_month_between_its_neighbours() =>
        Gen.DateOnly[new(2020, 1, 1), new(2040, 1, 1)].Sample(day =>
        {
            var month = BillingPeriod.Of(day);
            return month.FirstDay <= day && day < month.EndDay && month.EndDay == month.Next.FirstDay && month.Next.Previous == month
                && !month.Next.Contains(day) && BillingPeriod.Parse(month.ToString()) == month && month.CompareTo(month.Next) < 0;
        });

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("2026-01-01")]
    [InlineData("26-01")]
    [InlineData(" 2026-01")]
    [InlineData("0000-01")]
    [InlineData(null)]
    public void What_is_no_month_is_refused(string? text) => Assert.False(BillingPeriod.TryParse(text, out _));
}
