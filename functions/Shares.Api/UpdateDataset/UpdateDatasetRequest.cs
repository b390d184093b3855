using Shares.Api.Datasets;
using Shares.Core.Datasets;
using Shares.Core.Failures;
using Shares.Web.Bodies;

namespace Shares.Api.UpdateDataset;

/// <summary>Replaces all four: a missing description or list of tags means none.</summary>
internal sealed record UpdateDatasetRequest(string? Name, string? Description, string? ProcessId, IReadOnlyList<TagBody?>? Tags)
{
    public Result<Dataset> ApplyTo(Dataset dataset)
    {
        var errors = new FieldErrors();
        var changed = new DatasetFields(Name, Description, ProcessId, Tags).ApplyTo(dataset, errors);
        return errors.Failure is { } failure ? failure : changed;
    }
}
