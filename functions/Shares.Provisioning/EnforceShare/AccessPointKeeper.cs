using Shares.Aws.AccessPoints;
using Shares.Aws.Http;
using Shares.Core.Enforcing;
using Shares.Core.Sharing;
using Shares.Provisioning.CountRequests;
using Shares.Provisioning.Settling;

namespace Shares.Provisioning.EnforceShare;

/// <summary>
/// Makes single access points be what they must be, or not be. Nothing counts as done before it was read back. Every call may be
/// repeated, also after one that stopped halfway.
/// </summary>
public sealed class AccessPointKeeper(AccessPointClient accessPoints, RequestMetricsKeeper requests, SettledStorage settled)
{
    /// <summary>Twice: once as usual, once more after an access point in the way was removed.</summary>
    private const int Creations = 2;

    /// <summary>Deletes an access point, and waits until S3 says that there is none.</summary>
    public async Task<AwsFailure?> RetireAsync(AccessPointName name, CancellationToken ct)
    {
        await requests.RemoveAsync(name, ct);
        return await accessPoints.DeleteAsync(name, ct)
            ?? await settled.UntilAsync($"that access point {name} is gone", async token => IsGone(await accessPoints.FindAsync(name, token)), ct);
    }

    /// <param name="isExpected">It was there before: that there is none is believed the second time only.</param>
    /// <returns>Null when S3 says that there is none.</returns>
    public async Task<AwsResult<AccessPoint?>> FindAsync(AccessPointName name, bool isExpected, CancellationToken ct)
    {
        var first = await accessPoints.FindAsync(name, ct);
        if (!isExpected || !first.Succeeded(out var found, out _) || found is not null) return first;
        await settled.PauseAsync(ct);
        return await accessPoints.FindAsync(name, ct);
    }

    /// <summary>
    /// False: not ours, since bucket, network and Block Public Access are fixed when an access point is created, and ours are
    /// created with the wanted ones.
    /// </summary>
    public static bool IsOurs(AccessPoint found, DesiredAccessPoint wanted)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(wanted);
        return found.Bucket == wanted.Bucket && found.VpcId == wanted.VpcId && found.BlocksPublicAccess;
    }

    /// <summary>Writes the policy of an access point that exists, unless it says the same already.</summary>
    public async Task<AwsFailure?> EnsurePolicyAsync(DesiredAccessPoint wanted, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (!(await accessPoints.FindPolicyAsync(wanted.Name, ct)).Succeeded(out var policy, out var failure)) return failure;
        return PolicyText.Same(policy, wanted.Policy) ? null : await WritePolicyAsync(wanted, ct);
    }

    /// <summary>Creates an access point. Does not look for it before: S3 would remember for a while that it is not there.</summary>
    public async Task<AwsResult<ProvisionedAccessPoint>> CreateAsync(DesiredAccessPoint wanted, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        for (var attempt = 1; attempt <= Creations; attempt++)
        {
            var creation = await accessPoints.CreateAsync(wanted.Name, wanted.Bucket, wanted.VpcId, ct);
            if (creation.Failure is { } refused) return refused;
            if (!(await UntilReadableAsync(wanted.Name, ct)).Succeeded(out var found, out var failure)) return failure;
            if (IsOurs(found, wanted))
                return await WritePolicyAsync(wanted, ct) is { } unwritten ? unwritten : new ProvisionedAccessPoint(wanted.Name, found.Alias);
            if (await RetireAsync(wanted.Name, ct) is { } kept) return kept;
        }

        return new AwsFailure("NotAsCreated", $"Access point {wanted.Name} comes back with another bucket or network.", IsTransient: true);
    }

    private static AwsResult<bool> IsGone(AwsResult<AccessPoint?> read) => read.Succeeded(out var found, out var failure) ? found is null : failure;

    private async Task<AwsResult<AccessPoint>> UntilReadableAsync(AccessPointName name, CancellationToken ct)
    {
        AccessPoint? seen = null;
        var unseen = await settled.UntilAsync(
            $"access point {name}",
            async token => (await accessPoints.FindAsync(name, token)).Succeeded(out seen, out var failure) ? seen is not null : failure,
            ct);
        return unseen is null ? seen! : unseen;
    }

    /// <summary>A fresh access point may refuse its policy at first, and the old policy may be read for a while.</summary>
    private async Task<AwsFailure?> WritePolicyAsync(DesiredAccessPoint wanted, CancellationToken ct) =>
        await settled.UntilAsync(
            $"access point {wanted.Name}",
            async token => await accessPoints.PutPolicyAsync(wanted.Name, wanted.Policy, token) is { } failure ? failure : true,
            ct)
        ?? await settled.UntilAsync(
            $"the policy of access point {wanted.Name}",
            async token => (await accessPoints.FindPolicyAsync(wanted.Name, token)).Succeeded(out var policy, out var failure)
                ? PolicyText.Same(policy, wanted.Policy)
                : failure,
            ct);
}
