using Shares.Core.Sharing;

namespace Shares.Core.Enforcing;

/// <summary>An access point that a share wants, with the policy that it must have, to the letter of its meaning.</summary>
public sealed record DesiredAccessPoint(AccessPointName Name, string Bucket, string? VpcId, string Policy);

/// <summary>What storage must look like for a share: a pure function of the table.</summary>
public static class DesiredState
{
    /// <summary>
    /// An analyze access point, and a download access point while the share allows downloads. None for a share that is gone or
    /// has expired.
    /// </summary>
    /// <param name="revocations">All of them, whether they are live or not: which to drop is decided where they are kept.</param>
    public static IReadOnlyList<DesiredAccessPoint> Of(
        Share? share, Revocations revocations, string bucket, StorageContext context, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(revocations);
        if (share is null || share.IsExpired(now)) return [];
        DesiredAccessPoint Wanted(AccessPointKind kind)
        {
            var name = WantedName(share, kind);
            var vpc = kind == AccessPointKind.Analyze ? context.PipelinesVpcId : null;
            return new(name, bucket, vpc, AccessPointPolicy.Write(name, share.ExpiresAt, revocations.Of(kind), context));
        }

        return share.AllowsDownloads ? [Wanted(AccessPointKind.Analyze), Wanted(AccessPointKind.Download)] : [Wanted(AccessPointKind.Analyze)];
    }

    /// <summary>The access point through which sessions for this purpose are vended now.</summary>
    public static AccessPointName WantedName(Share share, AccessPointKind kind)
    {
        ArgumentNullException.ThrowIfNull(share);
        return new(share.Id, kind, kind == AccessPointKind.Analyze ? share.AnalyzeGeneration : share.DownloadGeneration);
    }
}
