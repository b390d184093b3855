using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Shares.Core.Egress.Ledger;

namespace Shares.Data.Egress;

/// <summary>Brings what was read of the trail into the ledger, whatever way it came.</summary>
public sealed class EgressRecorder(PublisherFinder publishers, LedgerStore ledger)
{
    /// <summary>Rows at which it works side by side.</summary>
    private const int AtOnce = 8;

    /// <summary>May die anywhere and be called again with the same records; each counts once.</summary>
    /// <param name="isRescan">Most of it is likely to be there, see <see cref="LedgerStore.RecordMissingAsync"/>.</param>
    /// <exception cref="AggregateException">Not all of it could be recorded. The rest was, unless the store as a whole was out.</exception>
    public async Task<LedgerCounts> RecordAsync(EgressBatch batch, bool isRescan, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var groups = batch.Group(await publishers.FindAsync(batch.Shares, ct));
        var counts = new ConcurrentBag<LedgerCounts>();
        var failures = new ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(groups, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (group, token) =>
        {
            if (failures.Count < AtOnce && await TryAsync(group, isRescan, failures, token) is { } count) counts.Add(count);
        });
        if (!failures.IsEmpty) throw new AggregateException("Some of the egress was not recorded.", failures);
        return counts.Aggregate(default(LedgerCounts), (sum, each) => sum + each);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The edge of one row: it must not hold up the others.")]
    private async Task<LedgerCounts?> TryAsync(LedgerGroup group, bool isRescan, ConcurrentQueue<Exception> failures, CancellationToken ct)
    {
        try
        {
            return isRescan ? await ledger.RecordMissingAsync(group, ct) : await ledger.RecordAsync(group, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            failures.Enqueue(e);
            return null;
        }
    }
}
