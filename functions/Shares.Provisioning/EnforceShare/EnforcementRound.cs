using Microsoft.Extensions.Logging;
using Shares.Aws.Http;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Sharing;
using Shares.Hosting;
using Shares.Provisioning.CountRequests;
using Shares.Provisioning.Revoking;

namespace Shares.Provisioning.EnforceShare;

/// <summary>One attempt to bring storage into line with what a share wants at a moment: noted before, read back and noted after.</summary>
public sealed partial class EnforcementRound(
    ShareStore shares, EnforcementRecorder recorder, StorageReconciler storage, Revoker revoker, OtherRunsWait others,
    RequestMetricsKeeper requests, Metrics metrics, TimeProvider time, ILogger<EnforcementRound> logger)
{
    private const string NoSuchBucket = "NoSuchBucket";

    /// <returns>Null when the share or its record changed meanwhile, or somebody else may have overwritten what was done: once more.</returns>
    internal async Task<Outcome?> RunAsync(
        EnforcementTask task, Share share, Project publisher, Enforcement? record, WantedStorage wanted, KnownAccessPoints known,
        EnforcementState state, IReadOnlyList<Difference> found, CancellationToken budget, CancellationToken ct)
    {
        if (await recorder.BeginAsync(share, record, known, task.Run, state, found, ct) is not { } begun) return null;
        var failure = await ApplyAsync(share, publisher, wanted, known, budget, ct);
        if (known.Lost.Count > 0)
        {
            await revoker.RenewAsync(share, begun with { AccessPoints = known.MayExist }, known.Lost, ct);
            return null;
        }

        if (failure is not null)
            return Ended(share.Id, failure, await recorder.LeftAsync(share, begun, known, task.Run, failure, ct) is not null);
        if (begun.OtherRuns(task.Run, time.GetUtcNow()).Keys is var beside && beside.Any())
        {
            if (await others.AreGoneAsync(task, ct)) return null;
            return await recorder.LeftAsync(share, begun, known, task.Run, null, ct) is null ? null : Outcome.TryAgain;
        }

        await requests.EnsureAsync(wanted.Desired, budget);
        if (await recorder.EnforcedAsync(share, begun, known, task.Run, wanted.Revocations, ct) is null) return null;
        Report(share, begun);
        return Outcome.Done;
    }

    private async Task<AwsFailure?> ApplyAsync(Share share, Project publisher, WantedStorage wanted, KnownAccessPoints known, CancellationToken budget, CancellationToken ct)
    {
        async Task<bool> IsStillWantedAsync(CancellationToken token) => (await shares.FindAsync(share.Id, token))?.Version == share.Version;
        try
        {
            var failure = await storage.ApplyAsync(wanted.Desired, publisher, known, IsStillWantedAsync, budget);
            // A bucket that is being made is only not there yet.
            return failure is { Code: NoSuchBucket } && publisher.Status == ProjectStatus.Pending ? failure with { IsTransient = true } : failure;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return OutOfTime;
        }
    }

    internal static readonly AwsFailure OutOfTime = new("OutOfTime", "S3 took longer than one run of the function may; the next one goes on.", IsTransient: true);

    private Outcome? Ended(ShareId id, AwsFailure failure, bool isStillCurrent)
    {
        if (!isStillCurrent) return null;
        metrics.Add(failure.IsTransient ? "EnforcementRetries" : "EnforcementFailures", 1);
        if (failure.IsTransient) LogTryAgain(id, failure.Code, failure.Detail);
        else LogFailed(id, failure.Code, failure.Detail);
        return failure.IsTransient ? Outcome.TryAgain : Outcome.Failed;
    }

    private void Report(Share share, Enforcement begun)
    {
        if (begun.PendingSince is not { } since) return;
        var delay = time.GetUtcNow() - since;
        metrics.Add("EnforcementDelay", delay.TotalMilliseconds, MetricUnit.Milliseconds);
        LogEnforced(share.Id, share.Version, delay.TotalMilliseconds);
    }

    [LoggerMessage(100, LogLevel.Information, "Storage enforces share {ShareId} at version {Version}, {Milliseconds} ms after the change")]
    private partial void LogEnforced(ShareId shareId, long version, double milliseconds);

    [LoggerMessage(103, LogLevel.Warning, "Storage does not enforce share {ShareId} yet: {Code}, {Reason}")]
    private partial void LogTryAgain(ShareId shareId, string code, string reason);

    [LoggerMessage(104, LogLevel.Error, "Storage cannot enforce share {ShareId}: {Code}, {Reason}")]
    private partial void LogFailed(ShareId shareId, string code, string reason);
}
