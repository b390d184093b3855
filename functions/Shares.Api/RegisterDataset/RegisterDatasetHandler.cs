using Microsoft.AspNetCore.Http;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Data.Datasets;
using Shares.Web.Bodies;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.RegisterDataset;

/// <summary>A member announces a dataset, to upload its files next. It is PENDING, and in no share, until the upload is completed.</summary>
internal static class RegisterDatasetHandler
{
    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, DatasetStore datasets, TimeProvider time)
    {
        if (!(await JsonBody.ReadAsync(http, ApiJson.Default.RegisterDatasetRequest)).Succeeded(out var body, out var failure))
            return Problems.From(failure);
        if (!body.ApplyTo(New(request, time)).Succeeded(out var dataset, out failure)) return Problems.From(failure);
        if (!(await datasets.CreateAsync(dataset, request.Actor, http.RequestAborted)).Succeeded(out dataset, out failure)) return Problems.From(failure);
        var bucket = request.Project.Bucket;
        return TypedResults.Json(
            new RegisterDatasetAnswer(
                dataset.Id.ToString(), "Dataset registered; upload its files next.", $"s3://{bucket}/datasets/{dataset.Id}/data", bucket),
            ApiJson.Default.RegisterDatasetAnswer,
            statusCode: StatusCodes.Status201Created);
    }

    private static Dataset New(ProjectRequest request, TimeProvider time) => new()
    {
        Id = UuidId.New<DatasetId>(time),
        ProjectId = request.Project.Id,
        Name = "",
        ProcessId = "",
        Status = DatasetStatus.Pending,
        CreatedBy = request.UserId,
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
    };
}
