using Microsoft.AspNetCore.Http;
using Shares.Api.Datasets;
using Shares.Core.Datasets;
using Shares.Data.Datasets;
using Shares.Data.Sharing;
using Shares.Web;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.GetDataset;

/// <summary>One dataset, own or seen through a share that the project has subscribed to.</summary>
internal static class GetDatasetHandler
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, ProjectRequest request, DatasetStore datasets, ShareStore shares, TimeProvider time)
    {
        var sight = await DatasetSight.ThroughAsync(request, shares, time, http.RequestAborted);
        if (sight.Failure is { } failure) return Problems.From(failure);
        var dataset = request.Dataset;
        var sources = await SourcesAsync(dataset, request, datasets, http.RequestAborted);
        http.Response.SetVersion(dataset.Version);
        return TypedResults.Json(
            DatasetDetailAnswer.From(dataset, request.Project, sight.ValueOrThrow(), sources), ApiJson.Default.DatasetDetailAnswer);
    }

    private static async Task<IEnumerable<DatasetSummary>> SourcesAsync(
        Dataset dataset, ProjectRequest request, DatasetStore datasets, CancellationToken ct)
    {
        if (dataset.ProjectId != request.Project.Id || dataset.SourceDatasetIds.Count == 0) return [];
        var found = await datasets.FindManyAsync(dataset.SourceDatasetIds, ct);
        return found.Values.Where(source => source.ProjectId == request.Project.Id);
    }
}
