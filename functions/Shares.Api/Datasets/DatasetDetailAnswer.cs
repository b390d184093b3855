using System.Text.Json.Serialization;
using Shares.Core;
using Shares.Core.Datasets;
using Shares.Core.Projects;
using Shares.Core.Sharing;

namespace Shares.Api.Datasets;

/// <summary>One dataset. All members are always there; those of Cirro that have no counterpart here are empty.</summary>
internal sealed record DatasetDetailAnswer
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public required string S3 { get; init; }
    public required string ProjectId { get; init; }

    /// <summary>The owner.</summary>
    public required string OriginatingProjectId { get; init; }
    public required string ProcessId { get; init; }
    public required IReadOnlyList<string> SourceDatasetIds { get; init; }
    public required IReadOnlyList<NamedItem> SourceDatasets { get; init; }
    public IReadOnlyList<string> SourceSampleIds { get; } = [];
    public IReadOnlyDictionary<string, IReadOnlyList<string>> SourceSampleFilesMap { get; } = new Dictionary<string, IReadOnlyList<string>>();
    public required string Status { get; init; }
    public required string StatusMessage { get; init; }
    public required IReadOnlyList<TagBody> Tags { get; init; }
    public IReadOnlyDictionary<string, string> Params { get; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Info { get; } = new Dictionary<string, string>();
    public required NamedItem? Share { get; init; }
    public required bool IsViewRestricted { get; init; }

    /// <summary>True while downloads through the share are suspended because its limit was reached; absent otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DownloadsSuspended { get; init; }
    public required long? TotalSizeBytes { get; init; }
    public required long? FileCount { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <param name="viewer">The project that looks.</param>
    /// <param name="through">The share that shows it; null for an own dataset.</param>
    /// <param name="sources">The own datasets it was made from.</param>
    public static DatasetDetailAnswer From(Dataset dataset, Project viewer, Share? through, IEnumerable<DatasetSummary> sources) => new()
    {
        Id = dataset.Id.ToString(),
        Name = dataset.Name,
        Description = dataset.Description,
        S3 = DatasetLocation.Of(dataset.Id, viewer, through),
        ProjectId = viewer.Id.ToString(),
        OriginatingProjectId = dataset.ProjectId.ToString(),
        ProcessId = dataset.ProcessId,
        SourceDatasetIds = DatasetAnswer.Sources(dataset, viewer.Id),
        SourceDatasets = [.. sources.Select(s => new NamedItem(s.Id.ToString(), s.Name))],
        Status = ContractName.Of(dataset.Status),
        StatusMessage = dataset.StatusMessage,
        Tags = TagBody.From(dataset.Tags),
        Share = through is null ? null : new NamedItem(through.Id.ToString(), through.Name),
        IsViewRestricted = through is { IsViewRestricted: true },
        DownloadsSuspended = through is { Suspension: not null } ? true : null,
        TotalSizeBytes = dataset.TotalSize?.Value,
        FileCount = dataset.FileCount,
        CreatedBy = dataset.CreatedBy.ToString(),
        CreatedAt = dataset.CreatedAt,
        UpdatedAt = dataset.UpdatedAt,
    };
}
