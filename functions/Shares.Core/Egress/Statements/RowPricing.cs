using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;

namespace Shares.Core.Egress.Statements;

/// <summary>
/// Says what the rows of one publisher cost in a month, one after the other. In a final month they must all be given, in the order of the
/// ledger and from its first day on, for parts of a whole to add up.
/// </summary>
public sealed class RowPricing
{
    private readonly Statement _statement;
    private readonly PriceList _prices;
    private readonly Dictionary<TransferZone, RunningSplit> _splits;

    /// <param name="costs">Of this publisher by the statement; none where it is estimated.</param>
    public RowPricing(Statement statement, IEnumerable<PublisherCost> costs, PriceList prices)
    {
        (_statement, _prices) = (statement, prices);
        _splits = costs.ToDictionary(cost => cost.Zone, cost => new RunningSplit(cost.Cost, (UInt128)cost.Bytes.Value));
    }

    /// <summary>
    /// Estimated: the bytes at the zone's rate, not rounded. Final: the row's part of what the publisher pays; nothing for what came after the
    /// statement was made.
    /// </summary>
    public Money CostOf(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (_statement.Status == StatementStatus.Estimated) return MonthFigures.CostAt(_statement.Of(entry.Key.Zone).RatePerGigabyte, entry.Amount.AllBytes);
        return _splits.TryGetValue(entry.Key.Zone, out var split) ? split.Next(entry.Amount.AllBytes) : Money.Zero(_statement.Currency);
    }

    /// <summary>At the price of the first tier, as if nothing were free.</summary>
    public Money ListCostOf(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return _prices.TariffOf(entry.Key.Zone)?.ListCostOf(new ByteCount(entry.Amount.AllBytes)) ?? Money.Zero(_prices.Currency);
    }
}
