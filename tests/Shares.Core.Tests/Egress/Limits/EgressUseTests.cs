using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Egress.Statements;
using Shares.Core.Tests.Egress.Statements;

namespace Shares.Core.Tests.Egress.Limits;

public sealed class EgressUseTests
{
    private const long Gigabyte = Month.Gigabyte;

    private static readonly Dictionary<TransferZone, long> Zones = new()
    {
        [TransferZone.Internet] = 200 * Gigabyte, [TransferZone.CrossRegion] = Gigabyte, [TransferZone.SameRegion] = 9000 * Gigabyte,
    };

    [Fact]
    public void What_stays_in_the_Region_counts_for_nothing() =>
        Assert.Equal(201 * Gigabyte, EgressUse.Of(Zones, null, Month.Prices).Bytes.Value);

    [Fact]
    public void Costs_are_those_of_the_months_estimate()
    {
        var totals = Month.Totals([(1, Month.Row(200 * Gigabyte)), (2, Month.Row(200 * Gigabyte)), (1, Month.Row(Gigabyte, TransferZone.CrossRegion))]);
        var estimate = Month.Statement(MonthFigures.Estimate(totals, null, Month.Prices), StatementStatus.Estimated);
        // 300 of the account's 400 GB are charged, half of which are the share's; and one of the other zone.
        Assert.Equal((150 * 0.09m) + 0.02m, EgressUse.Of(Zones, estimate, Month.Prices).Cost);
    }

    [Fact]
    public void Without_an_estimate_they_are_what_its_own_bytes_cost() =>
        Assert.Equal((100 * 0.09m) + 0.02m, EgressUse.Of(Zones, null, Month.Prices).Cost);

    [Theory]
    [InlineData(100, 100)]
    [InlineData(199, 100)]
    [InlineData(200, 100)]
    [InlineData(250, 120)]
    [InlineData(400, 150)]
    public void An_estimate_that_knows_of_fewer_bytes_than_the_share_has_sent_says_nothing_of_them(long known, int charged)
    {
        var estimate = Month.Statement(MonthFigures.Estimate(Month.Totals([], Month.Nobodys(known * Gigabyte)), null, Month.Prices), StatementStatus.Estimated);
        Assert.Equal((charged * 0.09m) + 0.02m, EgressUse.Of(Zones, estimate, Month.Prices).Cost, 8);
    }

    [Fact]
    public void Without_prices_costs_are_those_of_the_estimate_or_nothing()
    {
        var estimate = Month.Statement(MonthFigures.Estimate(Month.Totals([], Month.Nobodys(150 * Gigabyte)), null, Month.Prices), StatementStatus.Estimated);
        Assert.Equal(0, EgressUse.Of(Zones, null, null).Cost);
        Assert.Equal(200 * 0.03m, EgressUse.Of(Zones, estimate, null).Cost);
    }

    [Theory]
    [InlineData("2026-11-01T01:00:00Z", 30)]
    [InlineData("2026-11-02T00:00:00Z", 30)]
    [InlineData("2026-11-16T00:00:00Z", 2)]
    [InlineData("2026-12-01T00:00:00Z", 1)]
    public void A_month_that_goes_on_like_this_takes_in_proportion_and_its_first_day_is_never_less_than_one(string now, int times)
    {
        var end = new EgressUse(new ByteCount(1000), 3m).AtEndOf(BillingPeriod.Parse("2026-11"), DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((1000 * times, 3m * times), (end.Bytes.Value, end.Cost));
    }
}
