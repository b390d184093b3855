using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Shares.Core;
using Shares.Data.Streams;
using Shares.Hosting;
using Shares.Provisioning.MakeBucket;

namespace Shares.Provisioning.TableChanges;

/// <summary>
/// Brings storage into line after changes of the table. Every share and project stands for itself: one that fails is reported, and
/// the others go on. Whose sessions have to end is put on record for all of them before storage is touched for any.
/// </summary>
public sealed partial class TableChangesHandler(
    AskFinder finder, ShareWork shares, ProjectBucket buckets, Metrics metrics, TimeProvider time, ILogger<TableChangesHandler> logger)
{
    /// <summary>S3 Control throttles early.</summary>
    private const int AtOnce = 4;

    /// <summary>How long a change that is on record is tried at once; after that the schedule goes on with it, and holds up no other.</summary>
    private static readonly TimeSpan TriedAtOnce = TimeSpan.FromMinutes(15);

    public async Task<BatchResponse> HandleAsync(TableStreamEvent batch, InvocationContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(context);
        using var budget = RunBudget.Of(context, time, ct);
        var undone = new ConcurrentDictionary<string, bool>();
        var (asks, projects) = await ReadAsync(batch.Records, undone, ct);
        var (works, recorded) = (PendingWork.OfShares(asks), new ConcurrentBag<PendingWork>(projects));
        await EachAsync(works, undone, Limits.RevocationKept, async work =>
        {
            await shares.RecordAsync(work, ct);
            recorded.Add(work);
            return Outcome.Done;
        });
        await EachAsync(recorded.OrderBy(work => work.SequenceNumber, StringComparer.Ordinal), undone, TriedAtOnce, work => budget.Token.IsCancellationRequested
            ? Task.FromResult(Outcome.TryAgain)
            : work is PendingWork.OfShare share
                ? shares.EnforceAsync(share, context.Deadline, budget.Token, ct)
                : buckets.PrepareAsync(((PendingWork.OfProject)work).Id, budget.Token));
        return new BatchResponse([.. undone.Keys.Select(number => new BatchItemFailure(number))]);
    }

    private async Task<(List<ShareAsk> Asks, List<PendingWork> Projects)> ReadAsync(
        IReadOnlyList<TableStreamRecord> records, ConcurrentDictionary<string, bool> undone, CancellationToken ct)
    {
        var (asks, projects) = (new List<ShareAsk>(), new Dictionary<Core.Ids.ProjectId, PendingWork>());
        foreach (var record in records)
        {
            if (!TryRead(record, out var change)) continue;
            if (change is TableChange.ProjectChanged { New.Id: var id } project && PendingWork.BecamePending(project))
                projects.TryAdd(id, new PendingWork.OfProject(record.SequenceNumber, record.MadeAt ?? time.GetUtcNow(), id));
            await TryAsync(record.SequenceNumber, record.MadeAt, undone, Limits.RevocationKept, async () =>
            {
                asks.AddRange(await finder.FindAsync(record, change, ct));
                return Outcome.Done;
            });
        }

        return (asks, [.. projects.Values]);
    }

    /// <summary>A record that cannot be read never will be: delivering it again would only hold up the others.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The edge of one record: whatever is wrong with it, the others go on.")]
    private bool TryRead(TableStreamRecord record, [NotNullWhen(true)] out TableChange? change)
    {
        change = null;
        try
        {
            change = record.Change;
        }
        catch (Exception e)
        {
            metrics.Add("UnreadableChanges", 1);
            LogUnreadable(record.SequenceNumber, e);
        }

        return change is not null;
    }

    private Task EachAsync<T>(
        IEnumerable<T> works, ConcurrentDictionary<string, bool> undone, TimeSpan atLongest, Func<T, Task<Outcome>> run) where T : PendingWork =>
        Parallel.ForEachAsync(works, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (work, _) =>
            await TryAsync(work.SequenceNumber, work.MadeAt, undone, atLongest, () => run(work)));

    /// <param name="atLongest">From the change on. What is not done by then is given up here.</param>
    [SuppressMessage("Design", "CA1031", Justification = "The edge of one share: an outage or a bug there must not hold up the others.")]
    private async Task TryAsync(
        string number, DateTimeOffset? madeAt, ConcurrentDictionary<string, bool> undone, TimeSpan atLongest, Func<Task<Outcome>> run)
    {
        var longest = atLongest;
        try
        {
            if (await run() != Outcome.TryAgain) return;
        }
        catch (Exception e)
        {
            LogFailed(number, e);
            // It may be a revocation that is not on record; after this time there is no session left that it could be about.
            longest = Limits.RevocationKept;
        }

        if (madeAt is null || time.GetUtcNow() - madeAt < longest) undone[number] = true;
        else GiveUp(number);
    }

    private void GiveUp(string number)
    {
        metrics.Add("ChangesLeftToSchedule", 1);
        LogLeft(number);
    }

    [LoggerMessage(130, LogLevel.Error, "The change at {SequenceNumber} could not be carried out; it will be delivered again")]
    private partial void LogFailed(string sequenceNumber, Exception exception);

    [LoggerMessage(131, LogLevel.Error, "The change at {SequenceNumber} cannot be read and is left out")]
    private partial void LogUnreadable(string sequenceNumber, Exception exception);

    [LoggerMessage(132, LogLevel.Error, "The change at {SequenceNumber} is not in storage yet; the schedule goes on with it")]
    private partial void LogLeft(string sequenceNumber);
}
