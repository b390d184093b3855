using System.Text;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Reports;
using Shares.Core.Egress.Statements;
using Shares.Core.Ids;
using Shares.Data.Egress;

namespace Shares.Api.Tests.Running;

/// <summary>A month's statement and its files, as Billing leaves them.</summary>
public sealed record MadeUpReport(BillingPeriod Period, int Rows = 5)
{
    public string CsvKey => $"egress/{Period}/estimate/report.csv";

    public string FocusKey => $"egress/{Period}/estimate/focus.csv";

    public string RowsKey => $"egress/{Period}/estimate/report.jsonl";

    public Statement Statement
    {
        get
        {
            var nothing = new ZoneTotal(TransferZone.SameRegion, default, default, default, Usd(0), Usd(0), Usd(0));
            var internet = new ZoneTotal(TransferZone.Internet, new(1000L * Rows), new(500), new(0), Usd(0.09m), Usd(0.10m * Rows), Usd(0.05m));
            return new(
                Period, 0, StatementStatus.Estimated, "0197f00000007000800000000000000a", new(2026, 11, 5, 0, 0, 0, TimeSpan.Zero), "2025-11-01", Currency.Usd, [],
                [internet, nothing with { Zone = TransferZone.CrossRegion }, nothing], new(BillState.Missing, null, 3, 1, new(1100), new(1000)), "",
                new(new(CsvKey, 1), new(FocusKey, 1), new(RowsKey, 1), null));
        }
    }

    /// <summary>Writes everything anew.</summary>
    public async Task PutAsync(ApiFixture api)
    {
        var head = new ReportHead(Statement, ApiInstance.Account, "Research", ApiInstance.Region);
        using var csv = new MemoryStream();
        using var focus = new MemoryStream();
        using var lines = new MemoryStream();
        await ((IReportWriter[])[new PeopleReport(head, null, csv), new FocusReport(head, focus), new JsonReport(head, lines)]).WriteAsync(AllRows().ToAsyncEnumerable(), default);
        foreach (var (key, file) in new[] { (CsvKey, csv), (FocusKey, focus), (RowsKey, lines) }) api.Reports.Put(key, Encoding.UTF8.GetString(file.ToArray()));
        await api.Get<StatementStore>().PutAsync(Statement, default);
    }

    private IEnumerable<ReportRow> AllRows()
    {
        var publisher = new ReportProject(Id<ProjectId>(1), "publisher, \"größer\" 🧬", "CC-1");
        var subscriber = new ReportProject(Id<ProjectId>(2), "=subscriber", "");
        return Enumerable.Range(1, Rows).Select(n => new ReportRow(
            new(Period.FirstDay, Id<ShareId>(3), Id<DatasetId>(n), subscriber.Id, PrincipalId.Parse("lab-member"), TransferZone.Internet, AccessRoute.PresignedUrl),
            publisher, "T cells", $"dataset {n}", subscriber, EgressAmount.Served(1000), Usd(0.10m), Usd(0.09m)));
    }

    private static T Id<T>(int number) where T : struct, IUuidId<T> => T.From(new Guid($"0197f000-0000-7000-8000-{number:x12}"));

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);
}
