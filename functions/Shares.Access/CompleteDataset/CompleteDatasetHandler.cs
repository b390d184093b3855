using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Shares.Access.Deciding;
using Shares.Core;
using Shares.Core.Access;
using Shares.Core.Datasets;
using Shares.Core.Failures;
using Shares.Data.Datasets;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Access.CompleteDataset;

/// <summary>
/// Ends the upload of an own dataset: counts what is in storage and makes the dataset COMPLETED, from when on shares select it. Repeating
/// it changes nothing. Here and not with the other routes of datasets because only this function may list objects.
/// </summary>
internal sealed class CompleteDatasetHandler(DatasetAccess access, DatasetFiles files, DatasetStore datasets, TimeProvider time)
{
    private const int NamesShown = 10;

    private static readonly Failure OwnersOnly = new(ErrorCode.RoleTooLow, "Only the project that owns the dataset completes its upload.");

    public async Task<IResult> HandleAsync(ProjectRequest request, HttpContext http)
    {
        var ct = http.RequestAborted;
        var dataset = request.Dataset;
        var sight = await access.DecideAsync(request.Caller, dataset, Purpose.See, ct);
        if (!sight.Succeeded(out var seen, out var hidden)) return Problems.From(hidden);
        if (seen.Through is not null) return Problems.From(OwnersOnly);
        if (dataset.Status == DatasetStatus.Completed) return Answer(dataset, "The upload was completed before.");
        if (dataset.Status == DatasetStatus.Archived) return Problems.From(Failure.Invalid("status", "is ARCHIVED: there is no upload to complete"));
        if (ProjectBucket.Refuse(request.Project) is { } notReady) return Problems.From(notReady);
        var count = await FileCount.OfAsync(await files.ListAsync(dataset, request.Project, after: null, ct), dataset.ExpectedFiles, ct);
        if (Refuse(dataset, count) is { } refusal) return Problems.From(refusal);
        var updated = await datasets.UpdateAsync(dataset.Id, null, request.Actor, now => Complete(now, count), ct);
        return updated.Succeeded(out var completed, out var failure) ? Answer(completed, "The upload is completed.") : Problems.From(failure);
    }

    private static Failure? Refuse(Dataset dataset, FileCount count)
    {
        if (count.Files == 0) return Failure.Invalid("files", $"there are none below {Dataset.UploadPrefix(dataset.Id)} yet");
        if (count.Missing.Count == 0) return null;
        var more = count.Missing.Count > NamesShown ? $" and {count.Missing.Count - NamesShown} more" : "";
        return Failure.Invalid("expectedFiles", $"not uploaded yet: {string.Join(", ", count.Missing.Take(NamesShown))}{more}");
    }

    private Result<Dataset> Complete(Dataset dataset, FileCount count) => dataset.Status switch
    {
        DatasetStatus.Deleted => Failure.NotFound,
        DatasetStatus.Completed => dataset,
        _ => dataset with
        {
            Status = DatasetStatus.Completed,
            StatusMessage = "",
            FileCount = count.Files,
            TotalSize = count.Bytes,
            UpdatedAt = time.GetUtcNow(),
        },
    };

    private static JsonHttpResult<CompleteDatasetResponse> Answer(Dataset dataset, string message) => TypedResults.Json(
        new CompleteDatasetResponse(
            dataset.Id.ToString(), ContractName.Of(dataset.Status), dataset.FileCount ?? 0, dataset.TotalSize?.Value ?? 0, message),
        AccessJson.Default.CompleteDatasetResponse);
}
