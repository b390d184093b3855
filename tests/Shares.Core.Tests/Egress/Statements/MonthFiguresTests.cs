using CsCheck;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Statements;
using static Shares.Core.Tests.Egress.Statements.Month;

namespace Shares.Core.Tests.Egress.Statements;

public sealed class MonthFiguresTests
{
    private static readonly Gen<long> Bytes = Gen.OneOf(Gen.Long[0, 3], Gen.Long[0, 1L << 50]);

    private static readonly Gen<(int, LedgerEntry)> AnyRow =
        Gen.Select(Gen.Int[1, 5], Bytes, Gen.Enum<TransferZone>(), Bytes, (publisher, bytes, zone, refused) => (publisher, Row(bytes, zone, refused)));

    private static readonly Gen<MonthTotals> AnyTotals = Gen.Select(
        AnyRow.List[0, 40],
        Gen.Select(Bytes, Gen.Enum<TransferZone>(), Nobodys).Array[0, 4],
        (rows, nobodys) => Totals(rows, nobodys));

    private static readonly Gen<BillLine> AnyLine = Gen.Select(
        Gen.Long[-9_999_999_999_999, 9_999_999_999_999], Gen.Int[0, 10], Bytes, Gen.Bool.Select(isInternet => isInternet ? TransferZone.Internet : TransferZone.CrossRegion),
        (units, scale, billed, zone) => Line(units / (decimal)Math.Pow(10, scale), billed, zone));

    [Fact]
    public void Publishers_and_unattributed_are_the_bill_to_the_last_digit_for_any_ledger_and_bill() =>
        Gen.Select(AnyTotals, AnyLine.Array[0, 5]).Sample((totals, lines) =>
        {
            var figures = MonthFigures.Settle(totals, Bill(lines), Currency.Usd);
            var statement = Statement(figures, StatementStatus.Final, lines);
            var paid = figures.Costs.Aggregate(Money.Zero(Currency.Usd), (sum, cost) => sum + cost.Cost);
            return paid + statement.Unattributed == statement.Billed && paid == statement.Attributed && statement.Difference.Amount == 0;
        }, iter: 5_000);

    [Fact]
    public void Every_byte_of_the_ledger_is_in_one_publishers_cost_or_in_none() =>
        Gen.Select(AnyTotals, AnyLine.Array[0, 3]).Sample((totals, lines) =>
        {
            var figures = MonthFigures.Settle(totals, Bill(lines), Currency.Usd);
            return figures.Zones.All(zone => zone.Attributed.Value == figures.Costs.Where(cost => cost.Zone == zone.Zone).Sum(cost => cost.Bytes.Value));
        });

    [Fact]
    public void An_estimate_is_what_the_account_will_be_charged_for_what_it_sent() =>
        AnyTotals.Sample(totals => Enum.GetValues<TransferZone>().All(zone =>
        {
            var total = MonthFigures.Estimate(totals, null, Prices).Zones.Single(each => each.Zone == zone);
            var expected = Prices.TariffOf(zone)?.CostOf(total.Attributed + total.Unattributed).Amount ?? 0;
            return (total.AttributedCost + total.UnattributedCost).Amount == expected && total.AttributedCost.Amount >= 0;
        }));

    [Fact]
    public void What_is_billed_beside_the_ledger_is_paid_by_nobody()
    {
        var figures = MonthFigures.Settle(Totals([(1, Row(60)), (2, Row(20)), (1, Row(500, TransferZone.SameRegion))], Nobodys(5)), Bill(Line(10.00m, 100)), Currency.Usd);
        Assert.Equal([(Publisher(1), 6.00m), (Publisher(2), 2.00m)], figures.Costs.Where(cost => cost.Zone == TransferZone.Internet).Select(cost => (cost.Publisher, cost.Cost.Amount)));
        Assert.Equal(2.00m, figures.Zones[0].UnattributedCost.Amount);
        Assert.All(figures.Costs.Where(cost => cost.Zone == TransferZone.SameRegion), cost => Assert.Equal(0, cost.Cost.Amount));
    }

    [Fact]
    public void A_ledger_that_exceeds_the_bill_shares_it_in_proportion_with_what_counts_for_nobody()
    {
        var figures = MonthFigures.Settle(Totals([(1, Row(60)), (2, Row(20))], Nobodys(20)), Bill(Line(10.00m, 50)), Currency.Usd);
        Assert.Equal([6.00m, 2.00m], figures.Costs.Select(cost => cost.Cost.Amount));
        Assert.Equal(2.00m, figures.Zones[0].UnattributedCost.Amount);
    }

    [Fact]
    public void Lines_to_several_Regions_are_one_sum()
    {
        var figures = MonthFigures.Settle(
            Totals([(1, Row(30, TransferZone.CrossRegion))]),
            Bill(Line(0.40m, 20, TransferZone.CrossRegion, "USE1-EU-AWS-Out-Bytes"), Line(0.20m, 20, TransferZone.CrossRegion, "USE1-USE2-AWS-Out-Bytes")), Currency.Usd);
        Assert.Equal(0.45m, Assert.Single(figures.Costs).Cost.Amount);
        Assert.Equal(0.15m, figures.Zones[1].UnattributedCost.Amount);
    }

    [Fact]
    public void A_credit_is_shared_like_a_charge()
    {
        var figures = MonthFigures.Settle(Totals([(1, Row(75))]), Bill(Line(-4.00m, 100)), Currency.Usd);
        Assert.Equal((-3.00m, -1.00m), (figures.Zones[0].AttributedCost.Amount, figures.Zones[0].UnattributedCost.Amount));
    }

    [Fact]
    public void Refused_requests_are_charged_for_like_served_ones() =>
        Assert.Equal(2.00m, MonthFigures.Settle(Totals([(1, Row(60, refused: 40))]), Bill(Line(2.00m, 100)), Currency.Usd).Costs[0].Cost.Amount);

    [Fact]
    public void A_month_within_the_free_allowance_costs_nothing()
    {
        var zone = MonthFigures.Estimate(Totals([(1, Row(100 * Gigabyte))]), null, Prices).Zones[0];
        Assert.Equal((0m, 0m), (zone.RatePerGigabyte.Amount, zone.AttributedCost.Amount));
    }

    /// <summary>100 GB are free, then 0.09 up to 10,240 GB beyond, then 0.085.</summary>
    [Theory]
    [InlineData(200, "9.00")]
    [InlineData(10_340, "921.60")]
    [InlineData(10_341, "921.685")]
    public void An_estimate_follows_the_tiers(long gigabytes, string cost)
    {
        var zone = MonthFigures.Estimate(Totals([(1, Row(gigabytes * Gigabyte))]), null, Prices).Zones[0];
        Assert.Equal(decimal.Parse(cost, System.Globalization.CultureInfo.InvariantCulture), zone.AttributedCost.Amount, 15);
    }

    [Fact]
    public void What_the_account_sends_otherwise_uses_up_the_allowance_and_makes_the_rate()
    {
        // The account has sent 200 GB, of which 100 are free: 4.5 cents a GB on the average.
        var zone = MonthFigures.Estimate(Totals([(1, Row(50 * Gigabyte))]), Bill(Line(9m, 200 * Gigabyte)), Prices).Zones[0];
        Assert.Equal((0.045m, 2.25m, 6.75m), (zone.RatePerGigabyte.Amount, zone.AttributedCost.Amount, zone.UnattributedCost.Amount));
    }

    [Fact]
    public void Bytes_to_another_Region_have_no_allowance() =>
        Assert.Equal(0.20m, MonthFigures.Estimate(Totals([(1, Row(10 * Gigabyte, TransferZone.CrossRegion))]), null, Prices).Zones[1].AttributedCost.Amount);

    [Fact]
    public void A_month_without_a_byte_has_figures_all_the_same()
    {
        var empty = new MonthTotals();
        Assert.All(MonthFigures.Estimate(empty, null, Prices).Zones, zone => Assert.Equal(0, zone.AttributedCost.Amount));
        var settled = MonthFigures.Settle(empty, Bill(Line(1.23m, 0)), Currency.Usd);
        Assert.Equal((1.23m, 0), (settled.Zones[0].UnattributedCost.Amount, settled.Costs.Count));
        Assert.True(empty.IsEmpty);
    }
}
