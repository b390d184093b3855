using Shares.Data.Sharing;
using Shares.Provisioning.EnforceShare;
using Shares.Provisioning.Revoking;
using Shares.Provisioning.VerifyStorage;

namespace Shares.Provisioning.TableChanges;

/// <summary>Carries out what the changes of a batch ask for of one share: first in the table, then in storage.</summary>
public sealed class ShareWork(ShareStore shares, WaitingRequests requests, Revoker revoker, ShareEnforcer enforcer, ShareVerifier verifier)
{
    /// <summary>Afterwards nothing is lost any more if the changes are not delivered again.</summary>
    internal async Task RecordAsync(PendingWork.OfShare work, CancellationToken ct)
    {
        foreach (var change in work.Changes) await shares.RepairAsync(work.Id, change.Old, ct);
        if (work.HasRequests) await requests.RevokeAsync(work.Id, ct);
        if (work.Lost is { Count: > 0 } lost) await revoker.RevokeAsync(work.Id, lost, work.MadeAt, ct);
    }

    /// <param name="end">Of the run of the function.</param>
    internal Task<Outcome> EnforceAsync(PendingWork.OfShare work, DateTimeOffset end, CancellationToken budget, CancellationToken ct)
    {
        // The first record of the batch that asks for this share is the first of it again when the batch is delivered again.
        var run = new WorkingRun(work.SequenceNumber, end);
        return work.VerificationAskedAt is { } askedAt
            ? verifier.VerifyAsync(work.Id, run, work.SeenAccessPoints, askedAt, budget, ct)
            : enforcer.EnforceAsync(new EnforcementTask(work.Id, run, work.SeenAccessPoints), budget, ct);
    }
}
