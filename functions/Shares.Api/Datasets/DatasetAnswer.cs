using System.Text.Json.Serialization;
using Shares.Core;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Api.Datasets;

/// <summary>A dataset in lists.</summary>
internal sealed record DatasetAnswer
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }

    /// <summary>The project that looks at it, under which the dataset's other routes are; not the owner of a shared one.</summary>
    public required string ProjectId { get; init; }
    public required string ProcessId { get; init; }
    public required IReadOnlyList<string> SourceDatasetIds { get; init; }
    public required string Status { get; init; }
    public required IReadOnlyList<TagBody> Tags { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NamedItem? Share { get; init; }
    public required bool IsViewRestricted { get; init; }

    /// <summary>True while downloads through the share are suspended because its limit was reached; absent otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DownloadsSuspended { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? TotalSizeBytes { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? FileCount { get; init; }

    /// <param name="viewer">The project that looks.</param>
    /// <param name="through">The share that shows it; null for an own dataset.</param>
    public static DatasetAnswer From(DatasetSummary dataset, ProjectId viewer, Share? through) => new()
    {
        Id = dataset.Id.ToString(),
        Name = dataset.Name,
        Description = dataset.Description,
        ProjectId = viewer.ToString(),
        ProcessId = dataset.ProcessId,
        SourceDatasetIds = Sources(dataset, viewer),
        Status = ContractName.Of(dataset.Status),
        Tags = TagBody.From(dataset.Tags),
        CreatedBy = dataset.CreatedBy.ToString(),
        CreatedAt = dataset.CreatedAt,
        UpdatedAt = dataset.UpdatedAt,
        Share = through is null ? null : new NamedItem(through.Id.ToString(), through.Name),
        IsViewRestricted = through is { IsViewRestricted: true },
        DownloadsSuspended = through is { Suspension: not null } ? true : null,
        TotalSizeBytes = dataset.TotalSize?.Value,
        FileCount = dataset.FileCount,
    };

    /// <summary>What a shared dataset was made from is not shared with it.</summary>
    public static IReadOnlyList<string> Sources(DatasetSummary dataset, ProjectId viewer) =>
        dataset.ProjectId == viewer ? [.. dataset.SourceDatasetIds.Select(id => id.ToString())] : [];
}
