using Shares.Core.Egress.Costs;

namespace Shares.Core.Egress.Statements;

/// <summary>The report of a month in numbers. Everything in <see cref="Currency"/>.</summary>
/// <param name="Version">0 while estimated, when each replaces the one before; from 1 on final, when none is ever changed.</param>
/// <param name="Making">Tells apart who made it: names the costs and the objects that belong to it.</param>
/// <param name="PriceVersion">Of the price list that estimates and list costs are computed with.</param>
/// <param name="Lines">Of AWS's bill, as far as it was known.</param>
/// <param name="Zones">Each zone once, in their order.</param>
/// <param name="Digest">Of the ledger's rows: another one means that they have changed.</param>
public sealed record Statement(
    BillingPeriod Period, int Version, StatementStatus Status, string Making, DateTimeOffset MadeAt, string PriceVersion, Currency Currency,
    IReadOnlyList<BillLine> Lines, IReadOnlyList<ZoneTotal> Zones, Completeness Completeness, string Digest, StatementObjects Objects)
{
    public Money Attributed => Zones.Aggregate(Money.Zero(Currency), (sum, zone) => sum + zone.AttributedCost);

    public Money Unattributed => Zones.Aggregate(Money.Zero(Currency), (sum, zone) => sum + zone.UnattributedCost);

    public Money Billed => Lines.Aggregate(Money.Zero(Currency), (sum, line) => sum + line.Cost);

    /// <summary>Of the bill to all costs; zero when final.</summary>
    public Money Difference => Billed - Attributed - Unattributed;

    public ZoneTotal Of(TransferZone zone) => Zones.First(total => total.Zone == zone);
}

/// <summary>The month's report as objects in the reports bucket. Those of a final version never change.</summary>
/// <param name="Rows">JSON, one row a line.</param>
/// <param name="Snapshot">Of a final version: the ledger's rows as they were, by which later versions find what they correct.</param>
public sealed record StatementObjects(StatementObject Csv, StatementObject Focus, StatementObject Rows, StatementObject? Snapshot);

/// <param name="Size">In bytes.</param>
public sealed record StatementObject(string Key, long Size);
