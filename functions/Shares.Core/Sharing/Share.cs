using System.Collections.Frozen;
using Shares.Core.Datasets;
using Shares.Core.Ids;

namespace Shares.Core.Sharing;

/// <summary>
/// A selection of the publisher's datasets offered to named projects. This is the authority on what is shared with whom; lists and
/// relations are indexes of it.
/// </summary>
public sealed record Share
{
    public required ShareId Id { get; init; }
    public required string Name { get; init; }
    public string Description { get; init; } = "";

    /// <summary>The project that owns the datasets.</summary>
    public required ProjectId PublisherId { get; init; }
    public required Selection Selection { get; init; }
    public IReadOnlyList<string> ClassificationIds { get; init; } = [];
    public IReadOnlyList<string> Keywords { get; init; } = [];
    public FrozenSet<ProjectId> SharedProjectIds { get; init; } = [];

    /// <summary>Analyze-only: pipelines may read, people may neither view nor download.</summary>
    public required bool IsViewRestricted { get; init; }

    /// <summary>From this moment the share gives no access.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
    public required UserId CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Grows by one with every change; writes are conditional on it.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Which analyze access point is wanted; a new one replaces the old, because access points cannot be changed.</summary>
    public int AnalyzeGeneration { get; init; } = 1;

    /// <summary>
    /// Which download access point is wanted while the share allows downloads. Grows whenever the share becomes analyze-only, so
    /// that what was signed for the old one stays dead when downloads are allowed again.
    /// </summary>
    public int DownloadGeneration { get; init; } = 1;

    public EnforcementSummary Enforcement { get; init; } = EnforcementSummary.Pending;

    public bool IsExpired(DateTimeOffset now) => ExpiresAt is { } end && now >= end;

    /// <summary>Whether the dataset is the publisher's own and selected. What a project received is never shared on.</summary>
    public bool Holds(DatasetSummary dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.ProjectId == PublisherId && Selection.Matches(dataset);
    }
}
