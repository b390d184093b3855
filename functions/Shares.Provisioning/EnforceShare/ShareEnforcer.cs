using Microsoft.Extensions.Logging;
using Shares.Aws.Http;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Hosting;

namespace Shares.Provisioning.EnforceShare;

/// <summary>
/// Makes storage enforce a share as the table says now, whatever the event said. Safe to repeat and to resume after a stop at any
/// point: what may exist is on record before it is created, and stays there until it is known to be gone.
/// </summary>
public sealed partial class ShareEnforcer(
    ShareStore shares, ProjectStore projects, EnforcementRecorder recorder, AccessPointKeeper accessPoints,
    BucketPolicies.BucketPolicyKeeper bucketPolicies, StorageContext context, Metrics metrics, TimeProvider time, ILogger<ShareEnforcer> logger)
{
    private const string NoSuchBucket = "NoSuchBucket";

    /// <summary>How often a share may change under our hands before we leave it to the next delivery.</summary>
    private const int Rounds = 5;

    private readonly StorageReconciler _storage = new(accessPoints, bucketPolicies);

    /// <param name="seen">Access points that the events name. With the recorded ones, all that may exist.</param>
    /// <param name="budget">Cancelled when storage has to be left as it is, while there is still time to record why.</param>
    public async Task<Outcome> EnforceAsync(
        ShareId id, IEnumerable<AccessPointName> seen, CancellationToken budget, CancellationToken ct)
    {
        var mayExist = new HashSet<AccessPointName>(seen);
        for (var round = 1; round <= Rounds; round++)
        {
            var share = await shares.FindAsync(id, ct);
            var recorded = await recorder.FindAsync(id, ct);
            mayExist.UnionWith(recorded?.AccessPoints ?? []);
            var outcome = share is null
                ? await WithdrawAsync(id, recorded, mayExist, budget, ct)
                : await EnforceAsync(share, recorded, mayExist, budget, ct);
            if (outcome is { } ended) return ended;
            LogMovedOn(id);
        }

        return Outcome.TryAgain;
    }

    /// <returns>Null when the share changed meanwhile.</returns>
    private async Task<Outcome?> EnforceAsync(
        Share share, Enforcement? recorded, HashSet<AccessPointName> mayExist, CancellationToken budget, CancellationToken ct)
    {
        var publisher = await projects.FindAsync(share.PublisherId, ct);
        if (publisher is null) throw new InvalidOperationException($"Share {share.Id} belongs to no project.");
        var desired = DesiredState.Of(share, publisher.Bucket, context, time.GetUtcNow());
        if (IsEnforced(share, recorded) && mayExist.SetEquals(desired.Select(d => d.Name))) return Outcome.Done;

        var known = new KnownAccessPoints(mayExist, share.Enforcement, desired);
        mayExist.UnionWith(known.MayExist);
        if (!await recorder.PendingAsync(share, known, ct)) return null;
        async Task<bool> IsStillWantedAsync(CancellationToken token) => (await shares.FindAsync(share.Id, token))?.Version == share.Version;
        var failure = await ApplyAsync(desired, publisher, known, IsStillWantedAsync, budget, ct);
        if (failure is not null) return Ended(share.Id, failure, await recorder.FailedAsync(share, known, failure, ct));
        if (!await recorder.EnforcedAsync(share, known, ct)) return null;
        var delay = time.GetUtcNow() - share.UpdatedAt;
        metrics.Add("EnforcementDelay", delay.TotalMilliseconds, MetricUnit.Milliseconds);
        LogEnforced(share.Id, share.Version, delay.TotalMilliseconds);
        return Outcome.Done;
    }

    /// <summary>The share is gone: so are its access points, and then what was recorded of them.</summary>
    private async Task<Outcome?> WithdrawAsync(
        ShareId id, Enforcement? recorded, HashSet<AccessPointName> mayExist, CancellationToken budget, CancellationToken ct)
    {
        var known = new KnownAccessPoints(mayExist, null, []);
        var failure = await ApplyAsync([], null, known, _ => Task.FromResult(false), budget, ct);
        if (failure is not null) return Ended(id, failure, await recorder.FailedAsync(id, recorded, known, failure, ct));
        await recorder.RemoveAsync(id, ct);
        LogWithdrawn(id);
        return Outcome.Done;
    }

    private async Task<AwsFailure?> ApplyAsync(
        IReadOnlyList<DesiredAccessPoint> desired, Project? publisher, KnownAccessPoints known,
        Func<CancellationToken, Task<bool>> isStillWanted, CancellationToken budget, CancellationToken ct)
    {
        try
        {
            var failure = await _storage.ApplyAsync(desired, publisher?.Bucket, known, isStillWanted, budget);
            // A bucket that is being made is only not there yet.
            return failure is { Code: NoSuchBucket } && publisher?.Status == ProjectStatus.Pending ? failure with { IsTransient = true } : failure;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new AwsFailure("OutOfTime", "S3 took longer than one run of the function may; the next one goes on.", IsTransient: true);
        }
    }

    private Outcome? Ended(ShareId id, AwsFailure failure, bool isStillCurrent)
    {
        if (!isStillCurrent) return null;
        metrics.Add(failure.IsTransient ? "EnforcementRetries" : "EnforcementFailures", 1);
        if (failure.IsTransient) LogTryAgain(id, failure.Code, failure.Detail);
        else LogFailed(id, failure.Code, failure.Detail);
        return failure.IsTransient ? Outcome.TryAgain : Outcome.Failed;
    }

    private static bool IsEnforced(Share share, Enforcement? recorded) =>
        recorded is { State: EnforcementState.Enforced } && recorded.ShareVersion == share.Version
        && share.Enforcement.State == EnforcementState.Enforced;

    [LoggerMessage(100, LogLevel.Information, "Storage enforces share {ShareId} at version {Version}, {Milliseconds} ms after the change")]
    private partial void LogEnforced(ShareId shareId, long version, double milliseconds);

    [LoggerMessage(101, LogLevel.Information, "Share {ShareId} is deleted, and so are its access points")]
    private partial void LogWithdrawn(ShareId shareId);

    [LoggerMessage(102, LogLevel.Information, "Share {ShareId} changed while storage was brought into line; once more")]
    private partial void LogMovedOn(ShareId shareId);

    [LoggerMessage(103, LogLevel.Warning, "Storage does not enforce share {ShareId} yet: {Code}, {Reason}")]
    private partial void LogTryAgain(ShareId shareId, string code, string reason);

    [LoggerMessage(104, LogLevel.Error, "Storage cannot enforce share {ShareId}: {Code}, {Reason}")]
    private partial void LogFailed(ShareId shareId, string code, string reason);
}
