using System.Globalization;
using System.Text;
using System.Text.Json;
using Shares.Core.Egress;
using Shares.Core.Egress.Attributing;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Reports;
using Shares.Core.Egress.Statements;
using Shares.Core.Egress.Trail;
using Shares.Core.Egress.Zones;
using Shares.Core.Tests.Egress.Costs;

namespace Shares.Core.Tests.Egress.Reports;

/// <summary>Computes the example of docs/egress.md from the records and the bill that stand there.</summary>
public sealed class DocumentedExampleTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(PriceListTests.Folder(), "../../docs/egress.md"));
    private static readonly PriceList Prices = PriceList.Parse(File.ReadAllBytes(Path.Combine(PriceListTests.Folder(), "us-east-1.json")));
    private static readonly BillingPeriod Month = BillingPeriod.Parse("2026-10");

    [Fact]
    public void The_records_of_the_page_give_the_ledger_of_the_page()
    {
        foreach (var (key, amount) in Attributed())
            Assert.Contains(Line($"| {key.Day:O} | {ContractName.Of(key.Zone)} | {ContractName.Of(key.Route)} | {key.Principal} | {amount.Bytes} | {amount.Requests} | {amount.RefusedBytes} |"), Page, StringComparison.Ordinal);
        Assert.Equal(3, Attributed().Count);
        Assert.Contains(Line($"{Unattributed().Amount.Bytes:N0} bytes to the Internet that it cannot attribute"), Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_and_the_bill_of_the_page_give_the_estimate_of_the_page() =>
        Assert.Equal(Block("csv estimated"), await ReportAsync(StatementStatus.Estimated));

    [Fact]
    public async Task The_final_bill_of_the_page_gives_the_report_of_the_page_and_is_explained_to_the_last_digit()
    {
        var report = await ReportAsync(StatementStatus.Final);

        Assert.Equal(Block("csv final"), report);
        Assert.Contains("Difference,,,,,,,,,0.0000000000,", report, StringComparison.Ordinal);
    }

    private static async Task<string> ReportAsync(StatementStatus status)
    {
        var (publisher, lab) = (new ReportProject(Some.Publisher, "sequencing-core", "CC-4711"), new ReportProject(Some.Subscriber, "immunology-lab", ""));
        var bill = new Bill(Month, status == StatementStatus.Estimated, Some.Now, BillLines());
        var totals = new MonthTotals();
        foreach (var (key, amount) in Attributed()) totals.Add(publisher.Id, new(key, amount));
        totals.Add(Unattributed());
        var figures = status == StatementStatus.Estimated ? MonthFigures.Estimate(totals, bill, Prices) : MonthFigures.Settle(totals, bill, Currency.Usd);
        var nothing = new StatementObject("", 0);
        var statement = new Statement(
            Month, status == StatementStatus.Final ? 1 : 0, status, "", Some.Now, Prices.Version, figures.Currency, bill.Lines, figures.Zones,
            new(BillState.Final, Month.FirstDay, 0, 0, default, default), "", new(nothing, nothing, nothing, nothing));
        var pricing = new RowPricing(statement, figures.Costs, Prices);
        var rows = Attributed().Select(row => new LedgerEntry(row.Key, row.Amount)).Select(entry => new ReportRow(
            entry.Key, publisher, "T cells", "T cells, run 7", lab, entry.Amount, pricing.CostOf(entry), pricing.ListCostOf(entry)));
        using var output = new MemoryStream();
        var format = new PeopleReport(new(statement, "111122223333", "Research", "us-east-1"), null, output);
        await ((IReportWriter[])[format]).WriteAsync(rows.ToAsyncEnumerable(), default);
        return Encoding.UTF8.GetString(output.ToArray()).TrimStart('\uFEFF').ReplaceLineEndings("\n");
    }

    private static IReadOnlyList<(EgressKey Key, EgressAmount Amount)> Attributed() =>
        [.. Groups().Where(group => group.Row is LedgerRow.Attributed).Select(group => (((LedgerRow.Attributed)group.Row).Key, Sum(group))).OrderBy(row => row.Key.Day)];

    private static UnattributedEntry Unattributed()
    {
        var group = Groups().Single(group => group.Row is LedgerRow.Unattributed);
        return new(((LedgerRow.Unattributed)group.Row).Key, Sum(group));
    }

    private static EgressAmount Sum(LedgerGroup group) => group.Events.Aggregate(default(EgressAmount), (sum, next) => sum + next.Amount);

    private static IReadOnlyList<LedgerGroup> Groups()
    {
        Assert.True(IpRange.TryParse("198.51.100.0/24", "eu-west-1", out var ireland));
        var attributor = new TrailAttributor(new AttributionContext("aws", "us-east-1", "111122223333", "SharesPipelineRole", "SharesDownloadRole"), new IpRanges([ireland]));
        var batch = new EgressBatch(attributor, new(2026, 10, 9, 0, 0, 0, TimeSpan.Zero));
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Block("json trail")));
        var reader = new TrailFileReader(file);
        while (reader.TryRead(out var record)) batch.Add(record);
        Assert.Equal((6, 1, false), (batch.Records, batch.Repeated, reader.IsBroken));
        return batch.Group(batch.Shares.Keys.ToDictionary(share => share, _ => Some.Publisher));
    }

    private static IReadOnlyList<BillLine> BillLines() => [.. JsonDocument.Parse(Block("json bill")).RootElement.EnumerateArray().Select(line => new BillLine(
        line.GetProperty("usageType").GetString()!,
        ContractName.Parse<TransferZone>(line.GetProperty("zone").GetString()!),
        new(line.GetProperty("bytes").GetInt64()),
        new(line.GetProperty("cost").GetDecimal(), Currency.Usd)))];

    private static string Block(string name) => Page.Split($"```{name}\n")[1].Split("```")[0];

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
