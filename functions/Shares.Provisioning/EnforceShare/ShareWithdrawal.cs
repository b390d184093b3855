using Microsoft.Extensions.Logging;
using Shares.Aws.Http;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Provisioning.EnforceShare;

/// <summary>A share is gone: so are its access points, and then what was recorded of them.</summary>
public sealed partial class ShareWithdrawal(EnforcementRecorder recorder, StorageReconciler storage, TimeProvider time, ILogger<ShareWithdrawal> logger)
{
    /// <returns>Null when the record changed meanwhile.</returns>
    internal async Task<Outcome?> WithdrawAsync(
        EnforcementTask task, Enforcement? record, IReadOnlyCollection<AccessPointName> mayExist, CancellationToken budget, CancellationToken ct)
    {
        var known = new KnownAccessPoints(mayExist, null, []);
        var failure = await RetireAsync(known, budget, ct);
        if (failure is not null)
        {
            if (!await recorder.LeftAsync(task.Id, record, known, failure, ct)) return null;
            LogNotYet(task.Id, failure.Code, failure.Detail);
            return failure.IsTransient ? Outcome.TryAgain : Outcome.Failed;
        }

        if (record is null) return Outcome.Done;
        // Another run may be about to make one of them; it finds the share gone, and ends here too.
        if (record.OtherRuns(task.Run, time.GetUtcNow()).Count > 0) return Outcome.TryAgain;
        if (!await recorder.RemoveAsync(task.Id, record, ct)) return null;
        LogWithdrawn(task.Id);
        return Outcome.Done;
    }

    private async Task<AwsFailure?> RetireAsync(KnownAccessPoints known, CancellationToken budget, CancellationToken ct)
    {
        try
        {
            return await storage.ApplyAsync([], null, known, _ => Task.FromResult(false), budget);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return EnforcementRound.OutOfTime;
        }
    }

    [LoggerMessage(101, LogLevel.Information, "Share {ShareId} is deleted, and so are its access points")]
    private partial void LogWithdrawn(ShareId shareId);

    [LoggerMessage(105, LogLevel.Warning, "Share {ShareId} is deleted, but not all of its access points: {Code}, {Reason}")]
    private partial void LogNotYet(ShareId shareId, string code, string reason);
}
