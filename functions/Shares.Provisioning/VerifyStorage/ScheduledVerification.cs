using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Shares.Aws.AccessPoints;
using Shares.Core.Enforcing;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Hosting;
using Shares.Provisioning.BucketPolicies;
using Shares.Provisioning.CountRequests;

namespace Shares.Provisioning.VerifyStorage;

/// <summary>
/// Looks at everything in storage that is due: each share and bucket every hour, and what is overdue first; and at the names of all access
/// points. What there is no time for comes first the next time.
/// </summary>
public sealed partial class ScheduledVerification(
    AccessPointClient accessPoints, KeptStorageStore store, ShareVerifier verifier, ForeignAccessPoints foreign, KeptBuckets buckets,
    RequestMetricsKeeper requests, ProjectStore projects, Metrics metrics, TimeProvider time, ILogger<ScheduledVerification> logger)
{
    private const int AtOnce = 4;

    public async Task RunAsync(InvocationContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var budget = RunBudget.Of(context, time, ct);
        // First storage, then the table: whatever was made for a share was on record before it was made.
        var listed = await accessPoints.ListAsync(AccessPointName.Prefix, budget.Token);
        var kept = await store.ListAsync(ct);
        if (listed.Succeeded(out var names, out var failure)) await foreign.RemoveAsync(names.Where(name => BelongsToNone(name, kept)), budget.Token);
        else LogUnlisted(failure.Code, failure.Detail);

        var now = time.GetUtcNow();
        var ofShares = (names ?? []).Select(name => AccessPointName.TryParse(name, out var ours) ? ours : (AccessPointName?)null)
            .OfType<AccessPointName>().ToLookup(name => name.ShareId);
        await EachAsync(kept.Buckets.Where(b => b.DueAt <= now), $"bucket", budget, bucket => VerifyAsync(bucket, budget.Token));
        var due = kept.Shares.Where(share => share.Value <= now).OrderBy(share => share.Value).Select(share => share.Key).ToList();
        metrics.Add("SharesDue", due.Count);
        var run = new WorkingRun($"schedule {context.RequestId}", context.Deadline);
        await EachAsync(due, "share", budget, share => verifier.VerifyAsync(share, run, [.. ofShares[share]], budget.Token, ct));
    }

    private static bool BelongsToNone(string name, KeptStorage kept) =>
        !AccessPointName.TryParse(name, out var ours) || !kept.Shares.ContainsKey(ours.ShareId);

    private async Task VerifyAsync(KeptBucket bucket, CancellationToken ct)
    {
        if (await projects.FindAsync(bucket.ProjectId, ct) is not { } project || project.Bucket != bucket.Name) return;
        if (await buckets.EnsureAsync(project, ct) is null) await requests.SweepAsync(bucket.Name, ct);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The edge of one share or bucket: the others are looked at all the same.")]
    private Task EachAsync<T>(IEnumerable<T> all, string what, RunBudget budget, Func<T, Task> verify) =>
        Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) =>
        {
            try
            {
                if (!budget.Token.IsCancellationRequested) await verify(one);
            }
            catch (OperationCanceledException) when (budget.Token.IsCancellationRequested)
            {
                // Still due the next time.
            }
            catch (Exception e)
            {
                LogFailed(what, one, e);
            }
        });

    [LoggerMessage(160, LogLevel.Error, "The access points of the account cannot be listed: {Code}, {Reason}")]
    private partial void LogUnlisted(string code, string reason);

    [LoggerMessage(161, LogLevel.Error, "Storage of {What} {Which} could not be verified")]
    private partial void LogFailed(string what, object? which, Exception exception);
}
