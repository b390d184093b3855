using System.Text;
using Shares.Billing.Tests.World;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Reports;
using Shares.Core.Egress.Statements;
using Shares.Data.Egress;
using static Shares.Billing.Tests.World.Downloads;

namespace Shares.Billing.Tests.MakeStatements;

public sealed class StatementsJobTests(Storage storage, Tables tables) : IClassFixture<Tables>
{
    private static readonly BillingPeriod December = BillingPeriod.Parse("2026-12");
    private static readonly DateOnly LastDay = new(2026, 12, 31);
    private static readonly DateTimeOffset InDecember = new(2026, 12, 31, 23, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Closable = December.End + Closing.Wait;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_running_month_is_estimated_from_the_ledger_and_the_prices()
    {
        await using var office = await OfficeAsync(InDecember);
        await office.DownloadAsync(Publisher(1), LastDay, 150 * Office.Gigabyte);
        await office.DownloadAsync(Publisher(2), LastDay, 50 * Office.Gigabyte);
        await office.RunAsync(Job.Statements);
        var statement = await LatestAsync(office);
        Assert.Equal((StatementStatus.Estimated, 0, BillState.Missing), (statement.Status, statement.Version, statement.Completeness.Bill));
        // 200 GB, of which 100 are free.
        Assert.Equal(9.00m, statement.Attributed.Amount);
        var rows = await RowsAsync(office, statement);
        Assert.Equal([6.75m, 2.25m], rows.Select(row => row.Cost.Amount));
        Assert.All(new[] { statement.Objects.Csv, statement.Objects.Focus }, stored => Assert.StartsWith("egress/2026-12/estimate/", stored.Key, StringComparison.Ordinal));
        Assert.Equal(statement.Objects.Csv.Size, (await office.ReadAsync(office.ReportsBucket, statement.Objects.Csv.Key)).Length);
    }

    [Fact]
    public async Task A_month_is_closed_when_its_bill_is_final_72_hours_have_passed_and_the_trail_is_read()
    {
        await using var office = await OfficeAsync(InDecember);
        await office.DownloadAsync(Publisher(1), LastDay, 60);
        office.Bill(December, isEstimated: true, (1.00m, 100));
        foreach (var (at, isEstimated, trail, closes) in new[]
        {
            (December.End + TimeSpan.FromHours(12), false, 0, false), (Closable - TimeSpan.FromHours(9), false, 1, false), (Closable, true, 1, false),
            (Closable + TimeSpan.FromHours(9), false, -1, false), (Closable + TimeSpan.FromHours(18), false, 1, true),
        })
        {
            office.Time.SetUtcNow(at);
            office.Bill(December, isEstimated, (1.00m, 100));
            if (trail == 1) await office.Of<TrailFileStore>().ReadUntilAsync(closes ? December.EndDay : LastDay, Ct);
            await office.RunAsync(Job.Statements);
            Assert.Equal(closes ? StatementStatus.Final : StatementStatus.Estimated, (await LatestAsync(office)).Status);
        }
    }

    [Fact]
    public async Task Rows_and_unattributed_of_a_closed_month_are_the_bill_to_the_last_digit()
    {
        await using var office = await OfficeAsync(Closable);
        await DownloadALotAsync(office);
        await office.DownloadByNobodyAsync(LastDay, 777);
        office.Bill(December, isEstimated: false, (12.3456789012m, 1_000_003), (0.0000000007m, 10));
        await office.RunAsync(Job.Statements);
        await AssertIsTheBillAsync(office, 12.3456789019m);
        Assert.Equal(0, (await LatestAsync(office)).Difference.Amount);
    }

    [Fact]
    public async Task Credits_over_the_charge_are_shared_too()
    {
        await using var office = await OfficeAsync(Closable);
        await DownloadALotAsync(office);
        office.Bill(December, isEstimated: false, (2.10m, 1_000_003), (-7.77m, 0));
        await office.RunAsync(Job.Statements);
        await AssertIsTheBillAsync(office, -5.67m);
    }

    [Fact]
    public async Task A_ledger_that_exceeds_the_bill_costs_no_more_than_the_bill()
    {
        await using var office = await OfficeAsync(Closable);
        await DownloadALotAsync(office);
        office.Bill(December, isEstimated: false, (3.00m, 5));
        await office.RunAsync(Job.Statements);
        await AssertIsTheBillAsync(office, 3.00m);
        Assert.Equal(0, (await LatestAsync(office)).Unattributed.Amount);
    }

    [Fact]
    public async Task It_may_die_after_any_call_to_the_table_and_closes_the_month_once()
    {
        await using var office = await OfficeAsync(Closable);
        await DownloadALotAsync(office, rows: 6);
        office.Bill(December, isEstimated: false, (1.2345m, 1_000_003));
        Assert.True(await office.CrashEverywhereAsync(Job.Statements) > 15);
        // A run that died when it had leave to ask for the bill leaves nobody leave for a while.
        office.Time.Advance(TimeSpan.FromHours(8));
        await office.RunAsync(Job.Statements);
        await AssertIsTheBillAsync(office, 1.2345m);
        Assert.Equal(1, (await LatestAsync(office)).Version);
    }

    [Fact]
    public async Task Of_runs_side_by_side_one_closes_the_month_and_its_report_is_whole()
    {
        await using var office = await OfficeAsync(Closable);
        await DownloadALotAsync(office);
        office.Bill(December, isEstimated: false, (9.8765m, 1_000_003));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async n =>
        {
            await office.RunAsync(Job.Statements);
            await office.DownloadAsync(Publisher(1), LastDay, 10 + n);
            await office.RunAsync(Job.Statements);
        }));
        Assert.Equal(1, (await LatestAsync(office)).Version);
        await AssertIsTheBillAsync(office, 9.8765m);
    }

    [Fact]
    public async Task A_closed_month_changes_only_by_a_new_version_with_rows_that_correct_the_one_before()
    {
        await using var office = await OfficeAsync(Closable);
        await DownloadALotAsync(office);
        office.Bill(December, isEstimated: false, (5.00m, 1_000_003));
        await office.RunAsync(Job.Statements);
        var (first, firstReport) = await ReportAsync(office);

        await office.DownloadAsync(Publisher(3), LastDay, 5_000, dataset: 77);
        await office.DownloadAsync(Publisher(1), LastDay, 300);
        office.Time.Advance(TimeSpan.FromHours(20));
        await office.RunAsync(Job.Statements);
        Assert.Equal(1, (await LatestAsync(office)).Version);
        office.Time.Advance(TimeSpan.FromHours(5));
        await office.RunAsync(Job.Statements);
        var second = await LatestAsync(office);
        Assert.Equal(2, second.Version);
        await AssertIsTheBillAsync(office, 5.00m);
        var rows = await RowsAsync(office, second);
        Assert.Equal(5_300, rows.Where(row => row.IsCorrection).Sum(row => row.Amount.Bytes));
        Assert.Equal(firstReport, Encoding.UTF8.GetString(await office.ReadAsync(office.ReportsBucket, first.Objects.Rows.Key)));
        Assert.Equal(RowsOf(firstReport), string.Join('\n', rows.Where(row => !row.IsCorrection)));

        office.Bill(December, isEstimated: false, (6.50m, 1_000_003));
        office.Time.Advance(TimeSpan.FromHours(25));
        await office.RunAsync(Job.Statements);
        Assert.Equal(3, (await LatestAsync(office)).Version);
        await AssertIsTheBillAsync(office, 6.50m);
        office.Time.Advance(TimeSpan.FromHours(25));
        await office.RunAsync(Job.Statements);
        Assert.Equal(3, (await LatestAsync(office)).Version);

        string RowsOf(string report) => string.Join('\n', JsonReport.ReadRowsAsync(new MemoryStream(Encoding.UTF8.GetBytes(report)), Ct).ToBlockingEnumerable(Ct));
    }

    [Fact]
    public async Task While_Cost_Explorer_is_out_the_estimate_is_made_the_run_fails_and_the_month_is_closed_later()
    {
        await using var office = await OfficeAsync(Closable);
        await office.DownloadAsync(Publisher(1), LastDay, 60);
        office.Bill(December, isEstimated: false, (1.00m, 100));
        office.Aws.Out["ce."] = true;
        await Assert.ThrowsAsync<JobFailedException>(() => office.RunAsync(Job.Statements));
        Assert.Equal((StatementStatus.Estimated, BillState.Missing), ((await LatestAsync(office)).Status, (await LatestAsync(office)).Completeness.Bill));
        Assert.NotNull(await office.Of<StatementStore>().LatestAsync(December.Next, Ct));
        office.Aws.Out.Clear();
        office.Time.Advance(TimeSpan.FromMinutes(31));
        await office.RunAsync(Job.Statements);
        await AssertIsTheBillAsync(office, 1.00m);
    }

    [Fact]
    public async Task Cost_Explorer_answering_without_a_month_that_it_knew_before_leaves_what_was_known_of_it()
    {
        await using var office = await OfficeAsync(Closable);
        await office.DownloadAsync(Publisher(1), LastDay, 60);
        office.Bill(December, isEstimated: true, (4.00m, 100));
        await office.RunAsync(Job.Statements);
        office.Aws.Bills.Clear();
        office.Bill(December.Previous, isEstimated: false, (9.00m, 100));
        office.Time.Advance(TimeSpan.FromHours(9));
        await office.RunAsync(Job.Statements);
        var statement = await LatestAsync(office);
        Assert.Equal((StatementStatus.Estimated, BillState.Estimated, 4.00m), (statement.Status, statement.Completeness.Bill, statement.Billed.Amount));
        office.Bill(December, isEstimated: false, (5.00m, 100));
        office.Time.Advance(TimeSpan.FromHours(9));
        await office.RunAsync(Job.Statements);
        await AssertIsTheBillAsync(office, 5.00m);
    }

    [Fact]
    public async Task A_bill_that_has_not_come_yet_leaves_the_month_estimated_and_in_the_end_it_is_overdue()
    {
        await using var office = await OfficeAsync(Closable);
        await office.DownloadAsync(Publisher(1), LastDay, 60);
        Assert.Contains("\"StatementsOverdue\":[0]", await office.RunAsync(Job.Statements), StringComparison.Ordinal);
        office.Time.SetUtcNow(December.End + Closing.Overdue);
        Assert.Contains("\"StatementsOverdue\":[1]", await office.RunAsync(Job.Statements), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_often_it_runs_Cost_Explorer_is_asked_a_few_times_a_day()
    {
        await using var office = await OfficeAsync(Closable);
        for (var hour = 0; hour < 24; hour++)
        {
            await Task.WhenAll(office.RunAsync(Job.Statements), office.RunAsync(Job.Statements));
            office.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(3, office.Aws.BillQuestions);
    }

    [Fact]
    public async Task Months_before_the_first_download_have_no_statement_and_a_month_without_any_after_it_has()
    {
        await using var office = await OfficeAsync(Closable);
        office.Bill(December.Previous, isEstimated: false, (7.00m, 100));
        office.Bill(December, isEstimated: false, (1.00m, 100));
        await office.DownloadAsync(Publisher(1), LastDay, 60);
        await office.RunAsync(Job.Statements);
        Assert.Equal([December, December.Next], (await office.Of<StatementStore>().ListAsync(Ct)).Select(statement => statement.Period));
    }

    [Fact]
    public async Task What_the_statement_rests_on_is_said()
    {
        await using var office = await OfficeAsync(InDecember);
        await office.DownloadAsync(Publisher(1), LastDay, 60);
        var checks = office.Of<CrossCheckStore>();
        await checks.PutAsync([new(Share(1), LastDay, new(70), new(60), InDecember), new(Share(2), LastDay, null, new(5), InDecember), new(Share(3), LastDay, null, new(0), InDecember)], Ct);
        await office.RunAsync(Job.Statements);
        Assert.Equal(new Completeness(BillState.Missing, December.EndDay, 1, 1, new(70), new(60)), (await LatestAsync(office)).Completeness);
        Assert.Equal(10, (await LatestAsync(office)).Completeness.Gap);
    }

    /// <summary>The trail was read, unless a test says otherwise.</summary>
    private async Task<Office> OfficeAsync(DateTimeOffset now)
    {
        var office = await Office.OpenAsync(storage, tables, now);
        if (TestContext.Current.TestMethod?.MethodName != nameof(A_month_is_closed_when_its_bill_is_final_72_hours_have_passed_and_the_trail_is_read))
            await office.Of<TrailFileStore>().ReadUntilAsync(December.EndDay, Ct);
        return office;
    }

    private static async Task DownloadALotAsync(Office office, int rows = 24)
    {
        for (var n = 1; n <= rows; n++)
        {
            await office.DownloadAsync(
                Publisher((n % 3) + 1), LastDay.AddDays(-(n % 5)), n * 1_237, dataset: n,
                zone: n % 7 == 0 ? TransferZone.SameRegion : TransferZone.Internet, share: (n % 2) + 1);
        }
    }

    private static async Task<Statement> LatestAsync(Office office) => (await office.Of<StatementStore>().LatestAsync(December, Ct))!;

    private static async Task<(Statement, string)> ReportAsync(Office office)
    {
        var statement = await LatestAsync(office);
        return (statement, Encoding.UTF8.GetString(await office.ReadAsync(office.ReportsBucket, statement.Objects.Rows.Key)));
    }

    private static async Task<List<ReportRow>> RowsAsync(Office office, Statement statement) =>
        await JsonReport.ReadRowsAsync(new MemoryStream(await office.ReadAsync(office.ReportsBucket, statement.Objects.Rows.Key)), Ct).ToListAsync(Ct);

    private static async Task AssertIsTheBillAsync(Office office, decimal bill)
    {
        var statement = await LatestAsync(office);
        var (rows, costs) = (await RowsAsync(office, statement), await office.Of<StatementStore>().ReadCostsAsync(statement, Ct).ToListAsync(Ct));
        Assert.Equal(StatementStatus.Final, statement.Status);
        Assert.Equal(bill, rows.Sum(row => row.Cost.Amount) + statement.Unattributed.Amount);
        Assert.Equal(bill, costs.Sum(cost => cost.Cost.Amount) + statement.Unattributed.Amount);
        Assert.Equal(statement.Zones.Sum(zone => zone.Attributed.Value), rows.Sum(row => row.Amount.AllBytes));
        var csv = Encoding.UTF8.GetString(await office.ReadAsync(office.ReportsBucket, statement.Objects.Csv.Key));
        Assert.Contains("Unattributed", csv, StringComparison.Ordinal);
    }
}
