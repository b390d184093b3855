using System.Globalization;
using CsCheck;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Egress.Statements;

namespace Shares.Core.Tests.Egress.Reports;

public sealed class PeopleReportTests
{
    private const string Cost = "Cost (USD)";
    private const string Change = "Change to last month (USD)";

    [Fact]
    public async Task A_share_and_a_project_that_received_from_it_are_one_row_with_all_that_people_ask_for()
    {
        var month = MadeUpMonth.Of(
            [(0, MadeUpMonth.Entry(bytes: 2L << 30)), (0, MadeUpMonth.Entry(day: 4, bytes: 1L << 30, zone: TransferZone.CrossRegion)), (0, MadeUpMonth.Entry(day: 5, bytes: 1, zone: TransferZone.SameRegion))],
            Bill(3.75m, 4L << 30));

        var table = Written.Table(await Written.PeopleAsync(month));

        Assert.Equal(
            [
                ["2026-11", "immunology-lab", "CC-0", "Größe, \"quoted\"", "Größe, \"quoted\"", "3", "2", "1", "0.0000000009", "0.625", "1.8750000000", "50", "", "", "FINAL"],
                ["2026-11", "Unattributed", "", "", "", "", "2", "0", "0", "0.9375", "1.8750000000", "50", "", "", "FINAL"],
                ["2026-11", "Total", "", "", "", "3", "4", "1", "0.0000000009", "0.75", "3.7500000000", "100", "", "", "FINAL"],
                ["2026-11", "Bill line USE1-DataTransfer-Out-Bytes", "", "", "", "", "4", "0", "0", "0.9375", "3.75", "", "", "", "FINAL"],
                ["2026-11", "Difference", "", "", "", "", "", "", "", "", "0.0000000000", "", "", "", "FINAL"],
            ],
            table.Select(row => row.Values.ToArray()));
    }

    [Fact]
    public void Rows_and_what_is_unattributed_are_the_total_and_100_per_cent() => MadeUpMonth.Any.Sample(month =>
    {
        var table = Written.Table(Written.PeopleAsync(month).GetAwaiter().GetResult());
        var parts = table.TakeWhile(row => row["Publishing project"] != "Total").ToList();
        var total = table[parts.Count];

        month.AssertAddsUp(parts.Sum(row => Number(row[Cost])));
        month.AssertAddsUp(Number(total[Cost]));
        if (total["% of total"].Length > 0) Assert.Equal(100, parts.Sum(row => Number(row["% of total"])));
        Assert.Equal(month.Statement.Billed.Amount - Number(total[Cost]), Number(table[^1][Cost]));
        if (month.Statement.Status == StatementStatus.Final) Assert.Equal(0, Number(table[^1][Cost]));
        Assert.Equal(month.Rows.Sum(row => row.Amount.Requests), Number(total["Downloads"]));
    }, iter: 500);

    [Fact]
    public void Changes_to_last_month_add_up_whoever_came_and_went() => Gen.Select(MadeUpMonth.Any, MadeUpMonth.Any).Sample((month, lastMonth) =>
    {
        var table = Written.Table(Written.PeopleAsync(month, lastMonth).GetAwaiter().GetResult());
        var parts = table.TakeWhile(row => row["Publishing project"] != "Total").ToList();

        // What is estimated has as many digits as a decimal holds, and its sums are rounded there.
        Assert.Equal(month.Cost.Amount - lastMonth.Cost.Amount, parts.Sum(row => Number(row[Change])), 15);
        Assert.Equal(month.Cost.Amount - lastMonth.Cost.Amount, Number(table[parts.Count][Change]), 15);
    }, iter: 300);

    [Fact]
    public async Task Who_paid_last_month_and_has_nothing_in_this_one_is_there_with_what_they_save()
    {
        var lastMonth = MadeUpMonth.Of([(0, MadeUpMonth.Entry()), (1, MadeUpMonth.Entry(share: 2)), (3, MadeUpMonth.Entry())], Bill(3m, 3000));
        var month = MadeUpMonth.Of([(1, MadeUpMonth.Entry(share: 1))], Bill(5m, 1000));

        var table = Written.Table(await Written.PeopleAsync(month, lastMonth));

        Assert.Equal(["0", "1", "0", "0"], table.Take(4).Select(row => row["Downloads"]));
        Assert.Equal([-1m, 5m, -1m, -1m, 0m, 2m], table.Take(6).Select(row => Number(row[Change])));
    }

    [Fact]
    public async Task A_limit_is_used_by_all_who_received_from_the_share()
    {
        var limit = new EgressLimit(new ByteCount(4000), 100m, EgressLimitAction.Notify);
        var month = MadeUpMonth.Of([(0, MadeUpMonth.Entry(subscriber: 1)), (0, MadeUpMonth.Entry(subscriber: 2)), (0, MadeUpMonth.Entry(share: 2)), (0, MadeUpMonth.Entry(zone: TransferZone.SameRegion))], Bill(9m, 3000));
        month = month with { Rows = [.. month.Rows.Select(row => row.Key.Share == Some.ShareId(1) ? row with { Limit = limit } : row)] };

        var table = Written.Table(await Written.PeopleAsync(month));

        Assert.Equal([50m, 50m], table.Where(row => row["% of limit used"].Length > 0).Select(row => Number(row["% of limit used"])));
        Assert.Single(table.Take(3), row => row["% of limit used"].Length == 0);
    }

    [Fact]
    public async Task A_bill_that_is_not_there_yet_is_not_taken_for_none()
    {
        var month = MadeUpMonth.Of([(0, MadeUpMonth.Entry())], new Bill(MadeUpMonth.Period, true, Some.Now, []), isFinal: false);
        month = month with { Statement = month.Statement with { Completeness = month.Statement.Completeness with { Bill = BillState.Missing } } };

        var table = Written.Table(await Written.PeopleAsync(month));

        Assert.Equal(["Bill line", "Difference"], table.TakeLast(2).Select(row => row["Publishing project"]));
        Assert.All(table.TakeLast(2), row => Assert.Equal("", row[Cost]));
        Assert.All(table, row => Assert.Equal("ESTIMATED", row["Status"]));
    }

    [Fact]
    public async Task A_later_version_of_a_closed_month_says_so()
    {
        var month = MadeUpMonth.Of([(0, MadeUpMonth.Entry())], Bill(1m, 1000), version: 2);
        Assert.All(Written.Table(await Written.PeopleAsync(month)), row => Assert.Equal("FINAL, version 2", row["Status"]));
    }

    [Fact]
    public async Task Publishers_that_come_twice_are_refused_since_they_would_be_two_rows()
    {
        var month = MadeUpMonth.Of([(0, MadeUpMonth.Entry()), (1, MadeUpMonth.Entry())], Bill(1m, 1000));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Written.PeopleAsync(month with { Rows = [.. month.Rows, month.Rows[0]] }));
    }

    internal static Bill Bill(decimal cost, long billed) =>
        new(MadeUpMonth.Period, IsEstimated: false, Some.Now, [new("USE1-DataTransfer-Out-Bytes", TransferZone.Internet, new(billed), new Money(cost, Currency.Usd))]);

    private static decimal Number(string cell) => decimal.Parse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
