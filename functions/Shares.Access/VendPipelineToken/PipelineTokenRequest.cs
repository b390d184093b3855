using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Web.Bodies;

namespace Shares.Access.VendPipelineToken;

/// <param name="ExecutionId">Of the pipeline's run: a lower-case UUID.</param>
/// <param name="DatasetIds">The run's inputs, own and shared; an id named twice counts once.</param>
internal sealed record PipelineTokenRequest(string? ExecutionId, IReadOnlyList<string?>? DatasetIds)
{
    public const int MaxDatasets = 200;

    public Result<PipelineInputs> Validate()
    {
        var errors = new FieldErrors();
        if (!UuidId.TryParse<ExecutionId>(ExecutionId, out var execution)) errors.Add("executionId", "must be a lower-case UUID");
        var ids = new List<DatasetId>();
        if (DatasetIds is not { Count: > 0 and <= MaxDatasets } texts) errors.Add("datasetIds", $"must name 1 to {MaxDatasets} datasets");
        else
        {
            for (var i = 0; i < texts.Count; i++)
            {
                if (UuidId.TryParse<DatasetId>(texts[i], out var id)) ids.Add(id);
                else errors.Add($"datasetIds[{i}]", "must be the id of a dataset");
            }
        }

        return errors.Failure is { } failure ? failure : new PipelineInputs(execution, [.. ids.Distinct()]);
    }
}

/// <param name="DatasetIds">Distinct, in the order they were given.</param>
internal sealed record PipelineInputs(ExecutionId ExecutionId, IReadOnlyList<DatasetId> DatasetIds);
