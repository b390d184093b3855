using Microsoft.Extensions.Logging;
using Shares.Core.Canaries;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Projects;
using Shares.Data.Sharing;

namespace Shares.Canary.TryDoors;

/// <summary>
/// Tries all doors of a share that counts as enforced, and writes down what was found. A failure counts only when it is seen twice and the share
/// has not changed meanwhile; then Provisioning compares storage with the table at once, and the canary comes back in its next run.
/// </summary>
public sealed partial class ShareTrials(
    ShareStore shares, ProjectStore projects, EnforcementStore enforcements, CanaryStore results, CanarySessions sessions, Visitor visitor,
    AnalyzeDoors analyze, DownloadDoors download, HeldSessions held, CanarySettings settings, TimeProvider time, ILogger<ShareTrials> logger)
{
    /// <summary>Of the subscribers of a share.</summary>
    private const int SessionsHeld = 3;

    /// <returns>
    /// Null when the share is not enforced at present, or changed meanwhile. Without trials when no clear answer came to any: that is not
    /// written down, and what was found before stays.
    /// </returns>
    public async Task<CanaryResult?> TryAsync(ShareId id, CancellationToken ct)
    {
        if (await SettledAsync(id, ct) is not (var share, var record) || await projects.FindAsync(share.PublisherId, ct) is not { } publisher) return null;
        var outcomes = new List<TrialOutcome>();
        foreach (var door in await DoorsAsync(share, record, publisher.Bucket, ct))
        {
            var outcome = await door.TryAsync(ct);
            if (outcome is { Passed: false })
            {
                await Task.Delay(settings.Pause, time, ct);
                outcome = await door.TryAsync(ct);
            }

            if (outcome is not null) outcomes.Add(outcome);
        }

        if ((await SettledAsync(id, ct))?.Record.Revision != record.Revision) return null;
        var result = new CanaryResult(time.GetUtcNow(), outcomes);
        if (outcomes.Count == 0) return result;
        result = result.Keeping(await results.FindAsync(id, ct), failed => IsGone(failed, share, record));
        await results.PutAsync(id, result, ct);
        foreach (var failed in outcomes.Where(outcome => !outcome.Passed)) LogFailed(id, failed.Trial, failed.AccessPoint);
        if (share.Enforcement.Download is { } at) await HoldAsync(share, at, ct);
        return result;
    }

    private async Task<IEnumerable<Door>> DoorsAsync(Share share, Enforcement record, string bucket, CancellationToken ct)
    {
        var isObjectThere = await sessions.UploadAsync(bucket, ct) is { } upload && await visitor.PlaceAsync(upload, bucket, ct);
        var ofPipelines = await analyze.OfAsync(share.Enforcement.Analyze!, bucket, ct);
        var ofPeople = share.Enforcement.Download is { } at ? await download.OfAsync(at, bucket, isObjectThere, record.Revocations.Download, ct) : [];
        return ofPipelines.Concat(ofPeople);
    }

    /// <summary>An access point of an earlier generation; and revoked sessions, once no revocation is left that they could be under.</summary>
    private static bool IsGone(TrialOutcome failed, Share share, Enforcement record) =>
        (failed.AccessPoint != share.Enforcement.Analyze?.Name.ToString() && failed.AccessPoint != share.Enforcement.Download?.Name.ToString())
        || (failed.Trial == CanaryTrial.AfterRevocation && record.Revocations.Download.Entries.Count == 0);

    /// <summary>The share, when its storage was read back as the table wants it, and it does not end within the minute.</summary>
    private async Task<(Share Share, Enforcement Record)?> SettledAsync(ShareId id, CancellationToken ct)
    {
        if (await shares.FindAsync(id, ct) is not { Enforcement: { State: EnforcementState.Enforced, Analyze: not null } } share) return null;
        if (await enforcements.FindAsync(id, ct) is not { State: EnforcementState.Enforced } record) return null;
        return record.ShareVersion == share.Version && !share.IsExpired(time.GetUtcNow().AddMinutes(1)) ? (share, record) : null;
    }

    /// <summary>For the day when one of the subscribers leaves.</summary>
    private async Task HoldAsync(Share share, ProvisionedAccessPoint at, CancellationToken ct)
    {
        var subscribers = (await shares.ListSubscriptionsAsync(share, ct)).Select(relation => relation.ProjectId);
        foreach (var subscriber in subscribers.Take(SessionsHeld)) await held.HoldAsync(at.Name, subscriber, ct);
    }

    [LoggerMessage(410, LogLevel.Error, "Share {ShareId} is not enforced as it seems to be: {Trial} through {AccessPoint}")]
    private partial void LogFailed(ShareId shareId, CanaryTrial trial, string accessPoint);
}
