using Microsoft.AspNetCore.Http;
using Shares.Api.Datasets;
using Shares.Core.Datasets;
using Shares.Core.Failures;
using Shares.Data.Datasets;
using Shares.Data.Sharing;
using Shares.Web;
using Shares.Web.Bodies;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.UpdateDataset;

/// <summary>A member changes an own dataset; with its tags, type or creator it may enter or leave shares, at once.</summary>
internal static class UpdateDatasetHandler
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, ProjectRequest request, DatasetStore datasets, ShareStore shares, TimeProvider time)
    {
        if (await DatasetSight.RefuseUnlessOwnAsync(request, http, shares, time) is { } refusal) return Problems.From(refusal);
        if (!(await JsonBody.ReadAsync(http, ApiJson.Default.UpdateDatasetRequest)).Succeeded(out var body, out var failure))
            return Problems.From(failure);
        var updated = await datasets.UpdateAsync(
            request.Dataset.Id,
            http.Request.ExpectedVersion(),
            request.Actor,
            dataset => dataset.Status == DatasetStatus.Deleted ? Failure.NotFound : body.ApplyTo(dataset with { UpdatedAt = time.GetUtcNow() }),
            http.RequestAborted);
        if (!updated.Succeeded(out var changed, out failure)) return Problems.From(failure);
        http.Response.SetVersion(changed.Version);
        return TypedResults.Json(DatasetDetailAnswer.From(changed, request.Project, null, []), ApiJson.Default.DatasetDetailAnswer);
    }
}
