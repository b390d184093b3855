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
    public static IReadOnlyList<DesiredAccessPoint> Of(Share? share, string bucket, StorageContext context, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (share is null || share.IsExpired(now)) return [];
        var analyze = Wanted(share, AccessPointKind.Analyze, bucket, context.PipelinesVpcId, context);
        return share.IsViewRestricted ? [analyze] : [analyze, Wanted(share, AccessPointKind.Download, bucket, null, context)];
    }

    /// <summary>The access point through which sessions for this purpose are vended now.</summary>
    public static AccessPointName WantedName(Share share, AccessPointKind kind)
    {
        ArgumentNullException.ThrowIfNull(share);
        return new(share.Id, kind, kind == AccessPointKind.Analyze ? share.AnalyzeGeneration : share.DownloadGeneration);
    }

    private static DesiredAccessPoint Wanted(Share share, AccessPointKind kind, string bucket, string? vpcId, StorageContext context)
    {
        var name = WantedName(share, kind);
        return new(name, bucket, vpcId, AccessPointPolicy.Write(name, share.ExpiresAt, context));
    }
}
