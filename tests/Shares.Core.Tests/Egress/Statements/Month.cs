using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Statements;
using Shares.Core.Ids;

namespace Shares.Core.Tests.Egress.Statements;

/// <summary>Ledgers, bills and prices of a month.</summary>
internal static class Month
{
    public const long Gigabyte = 1L << 30;

    public static readonly BillingPeriod Period = BillingPeriod.Parse("2026-12");

    /// <summary>As in us-east-1, without its last tiers.</summary>
    public static readonly PriceList Prices = new(
        "us-east-1", "2026-01-01",
        new(Currency.Usd, new ByteCount(100 * Gigabyte), [new(new ByteCount(10_240 * Gigabyte), 0.09m), new(null, 0.085m)]),
        new(Currency.Usd, default, [new(null, 0.02m)]));

    public static ProjectId Publisher(int number) => ProjectId.From(new Guid($"0197a000-0000-7000-8000-{number:x12}"));

    public static LedgerEntry Row(long bytes, TransferZone zone = TransferZone.Internet, long refused = 0) => new(
        new(Period.FirstDay, Some.ShareId(1), Some.DatasetId(1), Some.Subscriber, PrincipalId.Parse("ada"), zone, AccessRoute.Credentials),
        new(bytes, 1, refused, refused > 0 ? 1 : 0));

    public static UnattributedEntry Nobodys(long bytes, TransferZone zone = TransferZone.Internet) =>
        new(new(Period.FirstDay, UnattributedReason.UnknownSession, zone, ""), EgressAmount.Served(bytes));

    public static MonthTotals Totals(IEnumerable<(int Publisher, LedgerEntry Row)> rows, params UnattributedEntry[] nobodys)
    {
        var totals = new MonthTotals();
        foreach (var (publisher, row) in rows) totals.Add(Publisher(publisher), row);
        foreach (var entry in nobodys) totals.Add(entry);
        return totals;
    }

    public static BillLine Line(decimal cost, long billed, TransferZone zone = TransferZone.Internet, string type = "") => new(
        type.Length > 0 ? type : zone == TransferZone.Internet ? "DataTransfer-Out-Bytes" : "USE1-EU-AWS-Out-Bytes", zone, new ByteCount(billed), new(cost, Currency.Usd));

    public static Bill Bill(params BillLine[] lines) => new(Period, false, Some.Now, lines);

    public static Statement Statement(MonthFigures figures, StatementStatus status, params BillLine[] lines) => new(
        Period, status == StatementStatus.Final ? 1 : 0, status, "making", Some.Now, Prices.Version, figures.Currency, lines, figures.Zones,
        new(BillState.Final, null, 0, 0, default, default), "", new(new("a", 0), new("b", 0), new("c", 0), new("d", 0)));
}
