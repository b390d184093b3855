using System.Collections.Concurrent;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Egress;

/// <summary>
/// The ledger of egress. A request is marked in the transaction that adds it to its row, so however often it comes, by whatever way, and wherever
/// a writer dies, it counts once.
/// </summary>
public sealed class LedgerStore(Table table, TimeProvider time)
{
    /// <summary>Publishers and months that are known to be indexed; a program that runs for months forgets them when there are more.</summary>
    private const int MostIndexed = 10_000;

    private readonly ConcurrentDictionary<(BillingPeriod, ProjectId), bool> _indexed = new();

    /// <summary>Records requests that are likely to be new. May be called for many groups at once, and again for the same.</summary>
    /// <exception cref="InvalidOperationException">Others were at the same row all the time. What was not recorded has to come again.</exception>
    public Task<LedgerCounts> RecordAsync(LedgerGroup group, CancellationToken ct) => RecordAsync(new LedgerWork(group), group, ct);

    /// <summary>
    /// As <see cref="RecordAsync(LedgerGroup, CancellationToken)"/>, for requests of which most are likely to be there: looks first, which costs a
    /// read unit for each in place of two write units.
    /// </summary>
    public async Task<LedgerCounts> RecordMissingAsync(LedgerGroup group, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(group);
        var work = new LedgerWork(group);
        work.Found(await FindAsync(group.Events.Select(added => added.Request), ct));
        return await RecordAsync(work, group, ct);
    }

    private async Task<LedgerCounts> RecordAsync(LedgerWork work, LedgerGroup group, CancellationToken ct)
    {
        while (work.Next() is { } transaction)
        {
            await IndexAsync(group.Row, ct);
            (await time.RetryAsync(() => TryAsync(work, transaction, ct), ct)).ValueOrThrow();
        }

        var unattributed = IsUnexpected(group.Row) ? work.Recorded + work.Corrected : 0;
        return new(work.Recorded, work.Duplicates, work.Corrected, work.Added.AllBytes, unattributed);
    }

    /// <summary>Shares itself tries shares out, and clients list and look before they read.</summary>
    private static bool IsUnexpected(LedgerRow row) => row is LedgerRow.Unattributed { Key.Reason: not (UnattributedReason.Canary or UnattributedReason.OtherEvent) };

    /// <returns>Null when nothing came of it because others were at the same items.</returns>
    private async Task<Result<bool>?> TryAsync(LedgerWork work, LedgerTransaction transaction, CancellationToken ct)
    {
        var outcome = await table.WriteAsync(BatchOf(transaction), ct);
        if (outcome.IsCommitted) work.Committed();
        else if (outcome.FailedConditions.Count == 0) return null;
        else work.Found(await FindAsync(transaction.Markers.Select(write => write.Marker.Request), ct));
        return true;
    }

    private WriteBatch BatchOf(LedgerTransaction transaction)
    {
        var (batch, now) = (table.Batch(), time.GetUtcNow());
        foreach (var (marker, replaces) in transaction.Markers)
            batch.Put(EventMarkerItem.ToItem(marker, now), replaces is { } rank ? EventMarkerItem.HasRank(rank) : Expr.Absent);
        foreach (var (row, added) in transaction.Rows) batch.Update(LedgerRowKey.Of(row), EgressAmountAttributes.Add(added));
        return batch;
    }

    private async Task<IEnumerable<EventMarker>> FindAsync(IEnumerable<string> requests, CancellationToken ct) =>
        (await table.GetManyAsync(requests.Select(EventMarkerItem.KeyOf), ct)).Values.Select(EventMarkerItem.FromItem);

    /// <summary>Before the first row, so that no row is ever missed; once for each month in the life of a program.</summary>
    private async Task IndexAsync(LedgerRow row, CancellationToken ct)
    {
        if (row is not LedgerRow.Attributed { Publisher: var publisher } || _indexed.ContainsKey((row.Period, publisher))) return;
        await table.PutUnlessAsync(EgressMonthItem.KeyOf(row.Period, publisher).ToItem(), Expr.Absent, ct);
        if (_indexed.Count >= MostIndexed) _indexed.Clear();
        _indexed[(row.Period, publisher)] = true;
    }
}
