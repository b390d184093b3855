using Shares.Core;
using Shares.Core.Datasets;
using Shares.Web.Bodies;

namespace Shares.Api.Datasets;

/// <summary>What people may say of a dataset.</summary>
internal sealed record DatasetFields(string? Name, string? Description, string? ProcessId, IReadOnlyList<TagBody?>? Tags)
{
    /// <summary>The dataset with these values; nothing to use when errors were noted.</summary>
    public Dataset ApplyTo(Dataset dataset, FieldErrors errors) => dataset with
    {
        Name = errors.Text("name", Name, TextRule.Name),
        Description = errors.Text("description", Description, TextRule.Description),
        ProcessId = errors.Text("processId", ProcessId, TextRule.ProcessId),
        Tags = errors.Texts("tags", Tags?.Select(t => t?.Value).ToList(), TextRule.Tag, Limits.TagsPerDataset),
    };
}
