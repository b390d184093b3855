using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Provisioning.BucketPolicies;
using Shares.Provisioning.EnforceShare;
using Shares.Provisioning.Revoking;

namespace Shares.Provisioning.VerifyStorage;

/// <summary>Compares what storage has for a share with what it must have, and puts right what differs.</summary>
public sealed class ShareVerifier(
    ShareEnforcer enforcer, EnforcementStore enforcements, ShareStore shares, ProjectStore projects, KeptBuckets buckets, WaitingRequests requests)
{
    /// <param name="seen">Access points of the share that exist.</param>
    public async Task<Outcome> VerifyAsync(
        ShareId id, WorkingRun run, IReadOnlyCollection<AccessPointName> seen, CancellationToken budget, CancellationToken ct)
    {
        // Those whose changes in the stream were given up on.
        await requests.RevokeAsync(id, ct);
        return await enforcer.EnforceAsync(new EnforcementTask(id, run, seen, Verify: true), budget, ct);
    }

    /// <summary>The same with the publisher's bucket, because somebody asked for it.</summary>
    /// <param name="askedAt">The request is worked off, also when the outcome is a failure that somebody has to mend first.</param>
    public async Task<Outcome> VerifyAsync(
        ShareId id, WorkingRun run, IReadOnlyCollection<AccessPointName> seen, DateTimeOffset askedAt, CancellationToken budget, CancellationToken ct)
    {
        var outcome = await VerifyBucketAsync(await shares.FindAsync(id, ct), budget);
        if (outcome != Outcome.TryAgain) outcome = await VerifyAsync(id, run, seen, budget, ct) is var own && own == Outcome.Done ? outcome : own;
        if (outcome != Outcome.TryAgain) await enforcements.VerifiedAsync(id, askedAt, ct);
        return outcome;
    }

    private async Task<Outcome> VerifyBucketAsync(Share? share, CancellationToken budget)
    {
        if (share is null || await projects.FindAsync(share.PublisherId, budget) is not { } publisher) return Outcome.Done;
        return await buckets.EnsureAsync(publisher, budget) switch
        {
            null => Outcome.Done,
            { IsTransient: true } => Outcome.TryAgain,
            _ => Outcome.Failed,
        };
    }
}
