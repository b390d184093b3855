using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Data.Datasets;
using Shares.Web.Bodies;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.Repeats;

namespace Shares.Api.RegisterDataset;

/// <summary>A member announces a dataset, to upload its files next. It is PENDING, and in no share, until the upload is completed.</summary>
internal static class RegisterDatasetHandler
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, ProjectRequest request, ReservedId reserved, DatasetStore datasets, TimeProvider time)
    {
        var id = reserved.As<DatasetId>();
        if (reserved.IsRepeat && await datasets.FindAsync(id, http.RequestAborted) is { } made) return Created(made, request.Project.Bucket);
        if (!(await JsonBody.ReadAsync(http, ApiJson.Default.RegisterDatasetRequest)).Succeeded(out var body, out var failure))
            return Problems.From(failure);
        if (!body.ApplyTo(New(id, request, time)).Succeeded(out var dataset, out failure)) return Problems.From(failure);
        var created = await datasets.CreateAsync(dataset, request.Actor, http.RequestAborted);
        return created.Succeeded(out dataset, out failure) ? Created(dataset, request.Project.Bucket) : Problems.From(failure);
    }

    private static JsonHttpResult<RegisterDatasetAnswer> Created(Dataset dataset, string bucket) => TypedResults.Json(
        new RegisterDatasetAnswer(
            dataset.Id.ToString(), "Dataset registered; upload its files next.", $"s3://{bucket}/datasets/{dataset.Id}/data", bucket),
        ApiJson.Default.RegisterDatasetAnswer,
        statusCode: StatusCodes.Status201Created);

    private static Dataset New(DatasetId id, ProjectRequest request, TimeProvider time) => new()
    {
        Id = id,
        ProjectId = request.Project.Id,
        Name = "",
        ProcessId = "",
        Status = DatasetStatus.Pending,
        CreatedBy = request.UserId,
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
    };
}
