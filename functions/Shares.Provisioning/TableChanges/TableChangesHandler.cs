using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Shares.Data.Sharing;
using Shares.Data.Streams;
using Shares.Hosting;
using Shares.Provisioning.EnforceShare;
using Shares.Provisioning.MakeBucket;

namespace Shares.Provisioning.TableChanges;

/// <summary>
/// Brings storage into line after changes of the table. Every share and project stands for itself: one that fails is reported, and
/// the others go on.
/// </summary>
public sealed partial class TableChangesHandler(
    ShareStore shares, ShareEnforcer enforcer, ProjectBucket buckets, Metrics metrics, TimeProvider time, ILogger<TableChangesHandler> logger)
{
    /// <summary>S3 Control throttles early.</summary>
    private const int AtOnce = 4;

    /// <summary>Kept back from the time of the invocation to record why something is not done.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public async Task<BatchResponse> HandleAsync(TableStreamEvent batch, InvocationContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(context);
        using var limit = new CancellationTokenSource(BudgetOf(context), time);
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        var undone = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(PendingWork.In(Readable(batch.Records)), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (work, _) =>
        {
            if (await TryAsync(work, budget.Token, ct) == Outcome.TryAgain) undone.Add(work.SequenceNumber);
        });
        return new BatchResponse([.. undone.Select(number => new BatchItemFailure(number))]);
    }

    /// <summary>A record that cannot be read never will be: delivering it again would only hold up the others.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The edge of one record: whatever is wrong with it, the others go on.")]
    private List<NumberedChange> Readable(IReadOnlyList<TableStreamRecord> records)
    {
        var readable = new List<NumberedChange>();
        foreach (var record in records)
        {
            try
            {
                if (record.Change is { } change) readable.Add(new(record.SequenceNumber, change));
            }
            catch (Exception e)
            {
                metrics.Add("UnreadableChanges", 1);
                LogUnreadable(record.SequenceNumber, e);
            }
        }

        return readable;
    }

    private TimeSpan BudgetOf(InvocationContext context)
    {
        var left = context.Remaining(time) - Reserve;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > Longest ? Longest : left;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The edge of one share: an outage or a bug there must not hold up the others.")]
    private async Task<Outcome> TryAsync(PendingWork work, CancellationToken budget, CancellationToken ct)
    {
        try
        {
            if (budget.IsCancellationRequested) return Outcome.TryAgain;
            return await RunAsync(work, budget, ct);
        }
        catch (Exception e)
        {
            LogFailed(work.SequenceNumber, e);
            return Outcome.TryAgain;
        }
    }

    private async Task<Outcome> RunAsync(PendingWork work, CancellationToken budget, CancellationToken ct)
    {
        switch (work)
        {
            case PendingWork.OfShare share:
                foreach (var change in share.Changes) await shares.RepairAsync(share.Id, change.Old, ct);
                return await enforcer.EnforceAsync(share.Id, share.SeenAccessPoints, budget, ct);
            case PendingWork.OfProject project:
                return await buckets.PrepareAsync(project.Id, budget);
            default:
                throw new InvalidOperationException($"No handler of {work.GetType().Name}.");
        }
    }

    [LoggerMessage(130, LogLevel.Error, "The change at {SequenceNumber} could not be carried out; it will be delivered again")]
    private partial void LogFailed(string sequenceNumber, Exception exception);

    [LoggerMessage(131, LogLevel.Error, "The change at {SequenceNumber} cannot be read and is left out")]
    private partial void LogUnreadable(string sequenceNumber, Exception exception);
}
