using CsCheck;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Reports;
using Shares.Core.Egress.Statements;
using Shares.Core.Ids;
using Shares.Core.Tests.Egress.Costs;

namespace Shares.Core.Tests.Egress.Reports;

/// <summary>A month with its statement and its rows, computed as the real one is.</summary>
internal sealed record MadeUpMonth(Statement Statement, IReadOnlyList<ReportRow> Rows)
{
    public static readonly BillingPeriod Period = BillingPeriod.Parse("2026-11");

    private static readonly PriceList Prices = PriceList.Parse(File.ReadAllBytes(Path.Combine(PriceListTests.Folder(), "us-east-1.json")));
    private static readonly StatementObject NoObject = new("", 0);

    /// <summary>Texts that are hard on formats.</summary>
    private static readonly string[] Names = ["immunology-lab", "Größe, \"quoted\"", "細胞 🧬", "=1+1", "line\r\nbreak", "a;b|c", "-", "x"];

    public ReportHead Head => new(Statement, "111122223333", "Research, Inc.", "us-east-1");

    public Money Cost => Rows.Aggregate(Statement.Unattributed, (sum, row) => sum + row.Cost);

    /// <summary>Final months add up to their bill, to its last digit. An estimate has as many digits as a decimal holds, and its sums are rounded there.</summary>
    public void AssertAddsUp(decimal sum)
    {
        if (Statement.Status == StatementStatus.Final) Assert.Equal(Statement.Billed.Amount, sum);
        else Assert.Equal(Cost.Amount, sum, 15);
    }

    /// <summary>Of any shape, estimated or final.</summary>
    public static Gen<MadeUpMonth> Any => Gen.Select(AnyEntry.List[0, 30], AnyBill, Gen.Bool, Gen.Long[0, 5L << 30])
        .Select((entries, bill, isFinal, unattributed) => Of(entries, bill, isFinal, unattributed));

    private static Gen<(int Publisher, LedgerEntry Entry)> AnyEntry => Gen.Select(
        Gen.Int[0, 3], Gen.Int[1, 30], Gen.Int[0, 3], Gen.Int[0, 2], Gen.OneOf(Gen.Long[0, 9], Gen.Long[0, 400L << 30]), Gen.Enum<TransferZone>(), Gen.Enum<AccessRoute>())
        .Select((publisher, day, share, subscriber, bytes, zone, route) => (publisher, Entry(day, share, subscriber, bytes, zone, route)));

    private static Gen<Bill> AnyBill => Gen.Select(Gen.Long[-99_999_999, 9_999_999_999], Gen.Int[0, 10], Gen.Long[0, 2L << 40], Gen.Bool).Select((units, scale, billed, both) =>
        new Bill(Period, IsEstimated: false, Some.Now,
        [
            new("USE1-DataTransfer-Out-Bytes", TransferZone.Internet, new(billed), Usd(units / (decimal)Math.Pow(10, scale))),
            .. both ? [new BillLine("USE1-AWS-Out-Bytes", TransferZone.CrossRegion, new(billed / 3), Usd(0.1234567890m))] : Array.Empty<BillLine>(),
        ]));

    public static LedgerEntry Entry(
        int day = 3, int share = 1, int subscriber = 1, long bytes = 1000, TransferZone zone = TransferZone.Internet, AccessRoute route = AccessRoute.PresignedUrl) => new(
            new(new(2026, 11, day), Some.ShareId(share), Some.DatasetId(1), Project(0xb0 + subscriber).Id, PrincipalId.Parse("lab-member"), zone, route), EgressAmount.Served(bytes));

    public static MadeUpMonth Of(IEnumerable<(int Publisher, LedgerEntry Entry)> entries, Bill bill, bool isFinal = true, long unattributed = 0, int version = 0)
    {
        var ledger = entries
            .GroupBy(entry => (entry.Publisher, entry.Entry.Key)).Select(group => (group.Key.Publisher, Entry: group.First().Entry))
            .OrderBy(entry => entry.Publisher).ThenBy(entry => entry.Entry.Key.Day).ToList();
        var totals = new MonthTotals();
        foreach (var (publisher, entry) in ledger) totals.Add(Project(publisher).Id, entry);
        totals.Add(new UnattributedEntry(new(Period.FirstDay, UnattributedReason.UnknownSession, TransferZone.Internet, ""), EgressAmount.Served(unattributed)));
        var figures = isFinal ? MonthFigures.Settle(totals, bill, Currency.Usd) : MonthFigures.Estimate(totals, bill, Prices);
        var statement = new Statement(
            Period, isFinal ? Math.Max(1, version) : 0, isFinal ? StatementStatus.Final : StatementStatus.Estimated, "", Some.Now, Prices.Version, figures.Currency, bill.Lines, figures.Zones,
            new(isFinal ? BillState.Final : BillState.Estimated, Period.FirstDay, 0, 0, default, default), "", new(NoObject, NoObject, NoObject, NoObject));
        var pricing = ledger.Select(entry => entry.Publisher).Distinct()
            .ToDictionary(publisher => publisher, publisher => new RowPricing(statement, figures.Costs.Where(cost => cost.Publisher == Project(publisher).Id), Prices));
        return new(statement, [.. ledger.Select(entry => Row(entry.Publisher, entry.Entry, pricing[entry.Publisher]))]);
    }

    public static ReportProject Project(int number) =>
        new(ProjectId.From(new Guid($"0197a000-0000-7000-8000-{number:x12}")), Names[number % Names.Length], number % 2 == 0 ? $"CC-{number}" : "");

    public static Money Usd(decimal amount) => new(amount, Currency.Usd);

    private static ReportRow Row(int publisher, LedgerEntry entry, RowPricing pricing)
    {
        var (share, subscriber) = ((int)(entry.Key.Share.Value.ToByteArray()[15]), (int)entry.Key.Subscriber.Value.ToByteArray()[15]);
        return new(
            entry.Key, Project(publisher), Names[share % Names.Length], Names[(share + 3) % Names.Length], Project(subscriber), entry.Amount, pricing.CostOf(entry), pricing.ListCostOf(entry));
    }
}
