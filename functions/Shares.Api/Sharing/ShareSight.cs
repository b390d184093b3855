using Microsoft.AspNetCore.Http;
using Shares.Core.Failures;
using Shares.Core.Sharing;
using Shares.Data.Sharing;
using Shares.Web.Gate;

namespace Shares.Api.Sharing;

/// <summary>What the share that the path names is to the caller's project.</summary>
internal static class ShareSight
{
    private static readonly Failure PublisherOnly = new(ErrorCode.RoleTooLow, "Only the project that publishes the share may do this.");

    /// <summary>NOT_FOUND unless the project publishes the share, or is named by it and it has not expired.</summary>
    public static async Task<Result<ShareType>> OfAsync(ProjectRequest request, ShareStore shares, TimeProvider time, CancellationToken ct)
    {
        var (share, project) = (request.Share, request.Project.Id);
        if (share.PublisherId == project) return ShareType.Publisher;
        if (!share.SharedProjectIds.Contains(project) || share.IsExpired(time.GetUtcNow())) return Failure.NotFound;
        var relation = await shares.FindRelationAsync(project, share.PublisherId, share.Id, ct);
        if (relation is not null) return relation.Type;
        // Not written yet, or gone since the share was read, with the project that an edit has taken out.
        return await shares.FindAsync(share.Id, ct) is { } now && now.SharedProjectIds.Contains(project) ? ShareType.Available : Failure.NotFound;
    }

    /// <summary>Null for the publisher; 403 for another project that sees the share, 404 for any other.</summary>
    public static async Task<Failure?> RefuseUnlessPublisherAsync(ProjectRequest request, HttpContext http, ShareStore shares, TimeProvider time)
    {
        var sight = await OfAsync(request, shares, time, http.RequestAborted);
        if (!sight.Succeeded(out var type, out var failure)) return failure;
        return type == ShareType.Publisher ? null : PublisherOnly;
    }
}
