using Shares.Core.Ids;

namespace Shares.Core.Datasets;

/// <summary>What lists show of a dataset, and all that selecting looks at.</summary>
public record DatasetSummary
{
    public required DatasetId Id { get; init; }

    /// <summary>The project that owns the dataset.</summary>
    public required ProjectId ProjectId { get; init; }
    public required string Name { get; init; }
    public string Description { get; init; } = "";

    /// <summary>The data type.</summary>
    public required string ProcessId { get; init; }
    public IReadOnlyList<DatasetId> SourceDatasetIds { get; init; } = [];
    public required DatasetStatus Status { get; init; }

    /// <summary>Distinct, in the order they were given.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    public required UserId CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Sum of the files; null until the upload is completed.</summary>
    public ByteCount? TotalSize { get; init; }
    public long? FileCount { get; init; }
}
