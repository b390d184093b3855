using System.Runtime.CompilerServices;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;
using Shares.Core.Ids;

namespace Shares.Billing.MakeStatements;

/// <summary>A row of a snapshot with its price, or what a correction adds to one.</summary>
/// <param name="Line">Tells which row; its amounts are those of the snapshot.</param>
/// <param name="Amount">Of the row, or by how much it changes.</param>
public sealed record PricedRow(SnapshotLine Line, EgressAmount Amount, Money Cost, Money ListCost, bool IsCorrection = false)
{
    public bool IsNothing => Amount == default && Cost.Amount == 0;

    public PricedRow Less(PricedRow before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return this with { Amount = Amount + -before.Amount, Cost = Cost - before.Cost, ListCost = ListCost - before.ListCost, IsCorrection = true };
    }

    public PricedRow Zero() => this with { Amount = default, Cost = Money.Zero(Cost.Currency), ListCost = Money.Zero(ListCost.Currency) };
}

public static class PricedRows
{
    /// <summary>Prices the rows of a snapshot, of which there are all, by the statement that was made from it.</summary>
    public static async IAsyncEnumerable<PricedRow> PriceAsync(
        this IAsyncEnumerable<SnapshotLine> snapshot, Statement statement, IEnumerable<PublisherCost> costs, PriceList prices, [EnumeratorCancellation] CancellationToken ct)
    {
        var byPublisher = costs.ToLookup(cost => cost.Publisher);
        var (publisher, pricing) = (default(ProjectId), (RowPricing?)null);
        await foreach (var line in snapshot.WithCancellation(ct))
        {
            if (pricing is null || publisher != line.PublisherId) (publisher, pricing) = (line.PublisherId, new(statement, byPublisher[line.PublisherId], prices));
            var entry = line.Entry;
            yield return new(line, entry.Amount, pricing.CostOf(entry), pricing.ListCostOf(entry));
        }
    }
}
