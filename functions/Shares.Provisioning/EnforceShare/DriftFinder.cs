using Shares.Aws.AccessPoints;
using Shares.Aws.Http;
using Shares.Core.Enforcing;

namespace Shares.Provisioning.EnforceShare;

/// <summary>Compares a share's access points with what they must be, and changes nothing.</summary>
public sealed class DriftFinder(AccessPointClient accessPoints, TimeProvider time)
{
    /// <summary>A failed read is a failure, and no difference.</summary>
    /// <param name="desired">As they are to be.</param>
    /// <param name="recorded">As they were left: perhaps with revocations that are not needed any more.</param>
    /// <param name="others">Access points of the share that were seen and that nothing says should be there.</param>
    internal async Task<AwsResult<Difference[]>> FindAsync(
        IReadOnlyList<DesiredAccessPoint> desired, IReadOnlyList<DesiredAccessPoint> recorded, IEnumerable<AccessPointName> others, CancellationToken ct)
    {
        var found = new List<Difference>();
        foreach (var (wanted, left) in desired.Zip(recorded))
        {
            if (!(await ObserveAsync(wanted.Name, ct)).Succeeded(out var actual, out var failure)) return failure;
            var differences = AccessPointDrift.Between(wanted, actual, time.GetUtcNow());
            found.AddRange(differences.Count == 0 ? [] : AccessPointDrift.Between(left, actual, time.GetUtcNow()));
        }

        foreach (var name in others)
        {
            if (!(await accessPoints.FindAsync(name, ct)).Succeeded(out var foreign, out var failure)) return failure;
            if (foreign is not null) found.Add(new(DifferenceKind.AccessPointForeign, name.ToString(), $"It led to bucket {foreign.Bucket}.", time.GetUtcNow()));
        }

        return found.ToArray();
    }

    private async Task<AwsResult<ObservedAccessPoint?>> ObserveAsync(AccessPointName name, CancellationToken ct)
    {
        if (!(await accessPoints.FindAsync(name, ct)).Succeeded(out var found, out var failure)) return failure;
        if (found is null) return (ObservedAccessPoint?)null;
        return (await accessPoints.FindPolicyAsync(name, ct)).Succeeded(out var policy, out failure)
            ? new ObservedAccessPoint(found.Bucket, found.VpcId, found.BlocksPublicAccess, policy)
            : failure;
    }
}
