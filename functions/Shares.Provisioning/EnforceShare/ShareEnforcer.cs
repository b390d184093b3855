using Microsoft.Extensions.Logging;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Provisioning.CountRequests;
using Shares.Provisioning.Revoking;

namespace Shares.Provisioning.EnforceShare;

/// <summary>
/// Makes storage enforce a share as the table says now, whatever the event said. Safe to repeat and to resume after a stop at any
/// point: what may exist is on record before it is created, and stays there until it is known to be gone.
/// </summary>
public sealed partial class ShareEnforcer(
    ShareStore shares, ProjectStore projects, EnforcementRecorder recorder, ShareAccounting accounting, EnforcementRound round,
    ShareWithdrawal withdrawal, DriftFinder drift, DriftReport report, RequestMetricsKeeper requests, StorageContext context, TimeProvider time,
    ILogger<ShareEnforcer> logger)
{
    /// <summary>How often a share may change under our hands before we leave it to the next delivery.</summary>
    private const int Rounds = 6;

    /// <param name="budget">Cancelled when storage has to be left as it is, while there is still time to record why.</param>
    public async Task<Outcome> EnforceAsync(EnforcementTask task, CancellationToken budget, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(task);
        var mayExist = new HashSet<AccessPointName>(task.Seen);
        for (var number = 1; number <= Rounds; number++)
        {
            var share = await shares.FindAsync(task.Id, ct);
            var record = await recorder.FindAsync(task.Id, ct);
            mayExist.UnionWith(record?.AccessPoints ?? []);
            var outcome = share is null
                ? await withdrawal.WithdrawAsync(task, record, mayExist, budget, ct)
                : await EnforceAsync(task, share, record, mayExist, budget, ct);
            if (outcome is { } ended) return ended;
            LogMovedOn(task.Id);
        }

        return Outcome.TryAgain;
    }

    /// <returns>Null when the share or its record changed meanwhile.</returns>
    private async Task<Outcome?> EnforceAsync(
        EnforcementTask task, Share share, Enforcement? record, HashSet<AccessPointName> mayExist, CancellationToken budget, CancellationToken ct)
    {
        var publisher = await projects.FindAsync(share.PublisherId, ct) ?? throw new InvalidOperationException($"Share {share.Id} belongs to no project.");
        if (!await accounting.AccountAsync(share, record, ct)) return null;

        var wanted = Wanted(share, publisher, record?.Revocations ?? Revocations.None);
        var names = wanted.Desired.Select(d => d.Name).ToHashSet();
        var known = new KnownAccessPoints(mayExist, share.Enforcement, wanted.Desired);
        var isAsRecorded = IsEnforced(share, record) && mayExist.SetEquals(names);
        if (isAsRecorded && !task.Verify) return Outcome.Done;
        mayExist.UnionWith(names);
        if (!task.Verify || !IsEnforced(share, record))
            return await round.RunAsync(task, share, publisher, record, wanted, known, EnforcementState.Pending, [], budget, ct);

        var recorded = DesiredState.Of(share, record!.Revocations, publisher.Bucket, context, time.GetUtcNow());
        var compared = await drift.FindAsync(wanted.Desired, recorded, known.Before.Except(record.AccessPoints).Except(names), budget);
        if (!compared.Succeeded(out var found, out var failure)) return report.Unread(share.Id, failure);
        var uncounted = await requests.EnsureAsync(wanted.Desired, budget);
        report.Found(share.Id, [.. found, .. uncounted]);
        if (found.Length == 0 && isAsRecorded && record.Revocations.Count == wanted.Revocations.Count)
            return await recorder.VerifiedAsync(share, record, known, uncounted, ct) is null ? null : Outcome.Done;
        var state = found.Length > 0 ? EnforcementState.Drifted : EnforcementState.Enforced;
        return await round.RunAsync(task, share, publisher, record, wanted, known, state, [.. found, .. uncounted], budget, ct);
    }

    /// <summary>What storage must look like, without the revocations that are not needed any more.</summary>
    private WantedStorage Wanted(Share share, Project publisher, Revocations revocations)
    {
        var now = time.GetUtcNow();
        var live = revocations.Live(now);
        return new(DesiredState.Of(share, live, publisher.Bucket, context, now), live);
    }

    private static bool IsEnforced(Share share, Enforcement? record) =>
        record is { State: EnforcementState.Enforced } && record.ShareVersion == share.Version
        && share.Enforcement.State == EnforcementState.Enforced;

    [LoggerMessage(102, LogLevel.Information, "Share {ShareId} changed while storage was brought into line; once more")]
    private partial void LogMovedOn(ShareId shareId);
}

/// <summary>What storage must look like for a share.</summary>
/// <param name="Revocations">Those that are in the policies.</param>
public sealed record WantedStorage(IReadOnlyList<DesiredAccessPoint> Desired, Revocations Revocations);
