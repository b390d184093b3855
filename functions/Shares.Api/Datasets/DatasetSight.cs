using Microsoft.AspNetCore.Http;
using Shares.Core.Access;
using Shares.Core.Failures;
using Shares.Core.Sharing;
using Shares.Data.Sharing;
using Shares.Web.Gate;

namespace Shares.Api.Datasets;

/// <summary>Whether, and through which share, the caller's project sees the dataset that the path names.</summary>
internal static class DatasetSight
{
    private static readonly Failure OwnersOnly = new(ErrorCode.RoleTooLow, "Only the project that owns the dataset can change it.");

    /// <summary>Null inside the result for an own dataset. Of several shares the one that gives most: downloads first, then the lowest id.</summary>
    public static async Task<Result<Share?>> ThroughAsync(ProjectRequest request, ShareStore shares, TimeProvider time, CancellationToken ct)
    {
        var dataset = request.Dataset;
        IReadOnlyList<RelatedShare> between =
            dataset.ProjectId == request.Project.Id ? [] : await shares.ListBetweenAsync(dataset.ProjectId, request.Project.Id, ct);
        var now = time.GetUtcNow();
        var widest = AccessRules.Decide(request.Caller, dataset, between.Where(s => s.Share.AllowsDownloads), Purpose.See, now);
        var decision = widest.IsGranted ? widest : AccessRules.Decide(request.Caller, dataset, between, Purpose.See, now);
        return decision.Refusal is { } refusal ? refusal : decision.Through;
    }

    /// <summary>Null when the dataset is the project's own; else 403 for one that it sees through a share, 404 for any other.</summary>
    public static async Task<Failure?> RefuseUnlessOwnAsync(ProjectRequest request, HttpContext http, ShareStore shares, TimeProvider time)
    {
        var sight = await ThroughAsync(request, shares, time, http.RequestAborted);
        return sight.Failure ?? (sight.ValueOrThrow() is null ? null : OwnersOnly);
    }
}
