using Shares.Core.Egress.Costs;
using Shares.Core.Egress.CrossChecks;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Egress;

/// <summary>What CloudWatch said of downloads, kept beside what the ledger had.</summary>
public sealed class CrossCheckStore(Table table)
{
    public async Task<IReadOnlyList<CrossCheck>> OfDayAsync(DateOnly day, CancellationToken ct) =>
        await table.QueryAsync(CrossCheckItem.Partition(BillingPeriod.Of(day)), CrossCheckItem.Prefix(day), null, null, ct).Select(CrossCheckItem.FromItem).ToListAsync(ct);

    public IAsyncEnumerable<CrossCheck> OfMonthAsync(BillingPeriod period, CancellationToken ct) =>
        table.QueryAsync(CrossCheckItem.Partition(period), null, null, null, ct).Select(CrossCheckItem.FromItem);

    /// <summary>Replaces what was found before.</summary>
    public Task PutAsync(IEnumerable<CrossCheck> checks, CancellationToken ct) => table.PutManyAsync(checks.Select(CrossCheckItem.ToItem), ct);
}
