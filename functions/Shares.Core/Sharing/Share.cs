using System.Collections.Frozen;
using Shares.Core.Datasets;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
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

    /// <summary>What downloads may take in a month; null: as much as there is.</summary>
    public EgressLimit? EgressLimit { get; init; }

    /// <summary>Downloads have stopped because the limit was reached; see <see cref="DownloadLimiting"/>. Null: they have not.</summary>
    public DownloadSuspension? Suspension { get; init; }

    /// <summary>The month for which an administrator has let downloads go on beyond the limit: in it they are not suspended again.</summary>
    public BillingPeriod? LiftedPeriod { get; init; }

    /// <summary>Whether people may view and download now, as far as that is up to the share.</summary>
    public bool AllowsDownloads => !IsViewRestricted && Suspension is null;

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
    /// Which download access point is wanted while the share allows downloads. Grows whenever downloads stop, see
    /// <see cref="After"/>, so that what was signed for the old one stays dead when they are allowed again.
    /// </summary>
    public int DownloadGeneration { get; init; } = 1;

    public EnforcementSummary Enforcement { get; init; } = EnforcementSummary.Pending;

    public bool IsExpired(DateTimeOffset now) => ExpiresAt is { } end && now >= end;

    /// <summary>This share as what an edit has made of the other: one that stops allowing downloads gives up its download access point for good.</summary>
    public Share After(Share before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return this with { DownloadGeneration = before.DownloadGeneration + (before.AllowsDownloads && !AllowsDownloads ? 1 : 0) };
    }

    /// <summary>Whether the dataset is the publisher's own and selected. What a project received is never shared on.</summary>
    public bool Holds(DatasetSummary dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.ProjectId == PublisherId && Selection.Matches(dataset);
    }
}
