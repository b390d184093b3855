using CsCheck;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Statements;
using static Shares.Core.Tests.Egress.Statements.Month;

namespace Shares.Core.Tests.Egress.Statements;

public sealed class RowPricingTests
{
    private static readonly Gen<List<(int Publisher, LedgerEntry Row)>> AnyRows = Gen.Select(
        Gen.Int[1, 4], Gen.OneOf(Gen.Long[0, 3], Gen.Long[0, 1L << 50]), Gen.Enum<TransferZone>(), (publisher, bytes, zone) => (publisher, Row(bytes, zone))).List[0, 60];

    [Fact]
    public void Rows_and_unattributed_are_the_bill_to_the_last_digit() =>
        Gen.Select(AnyRows, Gen.Long[-99_999_999_999, 99_999_999_999], Gen.Long[0, 1L << 52]).Sample((rows, units, billed) =>
        {
            BillLine[] lines = [Line(units / 10_000_000_000m, billed), Line(units / 700m, billed / 3, TransferZone.CrossRegion)];
            var figures = MonthFigures.Settle(Totals(rows), Bill(lines), Currency.Usd);
            var statement = Statement(figures, StatementStatus.Final, lines);
            return PriceAll(rows, statement, figures).Aggregate(statement.Unattributed, (sum, cost) => sum + cost) == statement.Billed;
        }, iter: 3_000);

    [Fact]
    public void An_estimated_row_costs_its_bytes_at_the_rate_of_its_zone_and_is_not_rounded()
    {
        var rows = new List<(int, LedgerEntry)> { (1, Row(200 * Gigabyte)), (1, Row(1)), (1, Row(1, TransferZone.CrossRegion)), (1, Row(7, TransferZone.SameRegion)) };
        var figures = MonthFigures.Estimate(Totals(rows), null, Prices);
        var costs = PriceAll(rows, Statement(figures, StatementStatus.Estimated), figures).Select(cost => cost.Amount).ToList();
        Assert.Equal(0.02m / Gigabyte, costs[2]);
        Assert.True(costs[1] is > 0 and < 0.0000000001m);
        Assert.Equal(0, costs[3]);
    }

    [Fact]
    public void List_cost_is_that_of_the_first_tier_whatever_is_free()
    {
        var pricing = new RowPricing(Statement(MonthFigures.Estimate(new MonthTotals(), null, Prices), StatementStatus.Estimated), [], Prices);
        Assert.Equal(
            [0.09m, 0.02m, 0m],
            new[] { TransferZone.Internet, TransferZone.CrossRegion, TransferZone.SameRegion }.Select(zone => pricing.ListCostOf(Row(Gigabyte, zone)).Amount));
    }

    [Fact]
    public void A_row_that_came_after_the_statement_costs_nothing_by_it()
    {
        var figures = MonthFigures.Settle(Totals([(1, Row(10))]), Bill(Line(1.00m, 10)), Currency.Usd);
        var costs = PriceAll([(1, Row(10)), (1, Row(10)), (1, Row(3, TransferZone.CrossRegion))], Statement(figures, StatementStatus.Final), figures);
        Assert.Equal([1.00m, 0m, 0m], costs.Select(cost => cost.Amount));
    }

    private static List<Money> PriceAll(List<(int Publisher, LedgerEntry Row)> rows, Statement statement, MonthFigures figures) =>
        [.. rows.GroupBy(row => row.Publisher).SelectMany(own =>
        {
            var pricing = new RowPricing(statement, figures.Costs.Where(cost => cost.Publisher == Publisher(own.Key)), Prices);
            return own.Select(row => pricing.CostOf(row.Row)).ToList();
        })];
}
