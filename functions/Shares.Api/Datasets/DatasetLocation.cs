using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;

namespace Shares.Api.Datasets;

/// <summary>Where a project finds a dataset's files in S3.</summary>
internal static class DatasetLocation
{
    /// <summary>
    /// In the own bucket; or behind the alias of the share's access point: the one for downloads where the share has one, else the one for
    /// analyses. Empty until storage has been set up for the share.
    /// </summary>
    public static string Of(DatasetId dataset, Project viewer, Share? through)
    {
        var bucket = through is null ? viewer.Bucket : Alias(through, AccessPointKind.Download) ?? Alias(through, AccessPointKind.Analyze);
        return bucket is null ? "" : $"s3://{bucket}/datasets/{dataset}";
    }

    /// <summary>Null for an access point that is not wanted (any more): it is on its way out.</summary>
    private static string? Alias(Share share, AccessPointKind kind)
    {
        if (kind == AccessPointKind.Download && !share.AllowsDownloads) return null;
        var provisioned = kind == AccessPointKind.Download ? share.Enforcement.Download : share.Enforcement.Analyze;
        return provisioned?.Name == DesiredState.WantedName(share, kind) ? provisioned.Alias : null;
    }
}
