using Shares.Core.Egress.Costs;

namespace Shares.Core.Egress.Statements;

/// <summary>What a month costs, and whom.</summary>
/// <param name="Costs">By publisher and zone; empty when estimated, where the rate of the zone is all there is to it.</param>
public sealed record MonthFigures(Currency Currency, IReadOnlyList<ZoneTotal> Zones, IReadOnlyList<PublisherCost> Costs)
{
    private static readonly TransferZone[] AllZones = Enum.GetValues<TransferZone>();

    /// <summary>
    /// What is to be expected of the bill: the account's bytes so far through the tiers give a rate, at which every byte is charged. What the
    /// account sent beside the ledger is unattributed.
    /// </summary>
    /// <param name="bill">As far as there is one. It lags behind, so the account has sent at least what the ledger has.</param>
    public static MonthFigures Estimate(MonthTotals totals, Bill? bill, PriceList prices)
    {
        ArgumentNullException.ThrowIfNull(totals);
        ArgumentNullException.ThrowIfNull(prices);
        return new(prices.Currency, [.. AllZones.Select(zone => Estimate(zone, totals, BilledIn(zone, bill?.Lines ?? []), prices))], []);
    }

    /// <summary>Each zone's lines of the bill, split by bytes over the publishers and what counts for none of them, to the last digit.</summary>
    /// <param name="bill">All in one currency.</param>
    /// <param name="currency">Of the statement when the bill has no lines.</param>
    public static MonthFigures Settle(MonthTotals totals, Bill bill, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(totals);
        ArgumentNullException.ThrowIfNull(bill);
        var ofBill = bill.Lines is [var first, ..] ? first.Cost.Currency : currency;
        var zones = AllZones.Select(zone => Settle(zone, totals, bill, ofBill)).ToList();
        return new(ofBill, [.. zones.Select(zone => zone.Total)], [.. zones.SelectMany(zone => zone.Costs)]);
    }

    private static ZoneTotal Estimate(TransferZone zone, MonthTotals totals, ByteCount billed, PriceList prices)
    {
        var (attributed, unattributed) = (totals.AttributedSum(zone), totals.Unattributed(zone));
        var account = billed > attributed + unattributed ? billed : attributed + unattributed;
        var tariff = prices.TariffOf(zone);
        var rate = tariff?.EffectiveRateOf(account) ?? Money.Zero(prices.Currency);
        var cost = CostAt(rate, attributed.Value);
        return new(zone, attributed, unattributed, billed, rate, cost, (tariff?.CostOf(account) ?? Money.Zero(prices.Currency)) - cost);
    }

    private static (ZoneTotal Total, IReadOnlyList<PublisherCost> Costs) Settle(TransferZone zone, MonthTotals totals, Bill bill, Currency currency)
    {
        var line = bill.Lines.Where(line => line.Zone == zone).Aggregate(Money.Zero(currency), (sum, line) => sum + line.Cost);
        var (publishers, known, billed) = (totals.Attributed(zone), totals.Unattributed(zone), BilledIn(zone, bill.Lines));
        var attributed = totals.AttributedSum(zone);
        // When the ledger has more than was billed, what counts for nobody shares the line like everything else.
        var split = CostSplit.Of(line, [.. publishers.Select(publisher => publisher.Bytes)], billed > attributed + known ? billed : attributed + known);
        var costs = publishers.Zip(split.Rows, (publisher, cost) => new PublisherCost(publisher.Publisher, zone, publisher.Bytes, cost)).ToList();
        var cost = line - split.Unattributed;
        return (new(zone, attributed, known, billed, AverageOf(cost, attributed), cost, split.Unattributed), costs);
    }

    /// <summary>What these bytes cost at a rate for a GB.</summary>
    public static Money CostAt(Money perGigabyte, long bytes) => new(perGigabyte.Amount * bytes / TransferTariff.BytesPerGigabyte, perGigabyte.Currency);

    private static Money AverageOf(Money cost, ByteCount bytes) =>
        bytes.Value == 0 ? Money.Zero(cost.Currency) : new(cost.Amount / bytes.Value * TransferTariff.BytesPerGigabyte, cost.Currency);

    private static ByteCount BilledIn(TransferZone zone, IReadOnlyList<BillLine> lines) =>
        lines.Where(line => line.Zone == zone).Aggregate(default(ByteCount), (sum, line) => sum + line.Billed);
}
