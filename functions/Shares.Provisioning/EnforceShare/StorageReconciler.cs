using Shares.Aws.Http;
using Shares.Core.Enforcing;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Provisioning.BucketPolicies;

namespace Shares.Provisioning.EnforceShare;

/// <summary>
/// Brings storage into line with what a share wants, in an order in which nobody can at any moment do more than the table allows:
/// first what restricts (access points that are not wanted any more, policies of those that stay), then the bucket's policy, then
/// what opens.
/// </summary>
public sealed class StorageReconciler(AccessPointKeeper accessPoints, KeptBuckets buckets)
{
    private static readonly AwsFailure Overtaken = new("Overtaken", "The share was changed again; what it wants now comes next.", IsTransient: true);

    /// <returns>Null when all of it was read back as wanted; else why not. <paramref name="known"/> is kept up to date in both cases.</returns>
    /// <param name="isStillWanted">Asked right before something is opened: waiting for S3 may have taken long.</param>
    internal async Task<AwsFailure?> ApplyAsync(
        IReadOnlyList<DesiredAccessPoint> desired, Project? publisher, KnownAccessPoints known,
        Func<CancellationToken, Task<bool>> isStillWanted, CancellationToken ct) =>
        await RestrictAsync(desired, known, ct)
        ?? (publisher is null || desired.Count == 0 ? null : await buckets.EnsureAsync(publisher, ct))
        ?? (known.Lost.Count > 0 ? Overtaken : await OpenAsync(desired, known, isStillWanted, ct));

    /// <summary>One restriction that fails does not keep the others from being made.</summary>
    private async Task<AwsFailure?> RestrictAsync(IReadOnlyList<DesiredAccessPoint> desired, KnownAccessPoints known, CancellationToken ct)
    {
        AwsFailure? first = null;
        foreach (var name in known.Before.Except(desired.Select(d => d.Name)))
        {
            var failure = await accessPoints.RetireAsync(name, ct);
            if (failure is null) known.Gone(name);
            first ??= failure;
        }

        foreach (var wanted in desired.Where(d => known.Before.Contains(d.Name)))
        {
            var failure = await RenewAsync(wanted, known, ct);
            first ??= failure;
        }

        return first;
    }

    /// <summary>Brings an access point that may exist up to date; afterwards it is ready or not there.</summary>
    private async Task<AwsFailure?> RenewAsync(DesiredAccessPoint wanted, KnownAccessPoints known, CancellationToken ct)
    {
        if (!(await accessPoints.FindAsync(wanted.Name, known.IsReady(wanted.Name), ct)).Succeeded(out var found, out var failure)) return failure;
        var isOurs = found is not null && AccessPointKeeper.IsOurs(found, wanted);
        if (!isOurs) known.NotReady(wanted.Name);
        if (!isOurs) return found is null ? null : await accessPoints.RetireAsync(wanted.Name, ct);
        failure = await accessPoints.EnsurePolicyAsync(wanted, ct);
        if (failure is null) known.Ready(new ProvisionedAccessPoint(wanted.Name, found!.Alias));
        return failure;
    }

    private async Task<AwsFailure?> OpenAsync(
        IReadOnlyList<DesiredAccessPoint> desired, KnownAccessPoints known, Func<CancellationToken, Task<bool>> isStillWanted, CancellationToken ct)
    {
        foreach (var wanted in desired.Where(d => !known.IsReady(d.Name)))
        {
            if (!await isStillWanted(ct)) return Overtaken;
            if (!(await accessPoints.CreateAsync(wanted, ct)).Succeeded(out var created, out var failure)) return failure;
            known.Ready(created);
        }

        return null;
    }
}
