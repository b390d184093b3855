using System.Collections.Frozen;
using Shares.Core.Egress.Limits;
using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Api.Sharing;

/// <summary>A valid <see cref="ShareInput"/>, but for whether the projects that it names may be named.</summary>
/// <param name="ClassificationIds">As they were given, doubles too; so are <paramref name="SharedProjectIds"/>.</param>
/// <param name="ExpiresAt">To the second.</param>
/// <param name="EgressLimit">Null: as it is.</param>
internal sealed record ShareDraft(
    string Name,
    string Description,
    IReadOnlyList<string> ClassificationIds,
    Selection Selection,
    IReadOnlyList<string> Keywords,
    IReadOnlyList<ProjectId> SharedProjectIds,
    bool? IsViewRestricted,
    DateTimeOffset? ExpiresAt,
    EgressLimit? EgressLimit)
{
    /// <summary>Whether downloads of the share may go on with this, which takes to know what is used.</summary>
    public bool MayResume(Share share) => EgressLimit is not null && share.Suspension is not null;

    /// <summary>The share with these values.</summary>
    /// <param name="used">By the share in this month; asked for when <see cref="MayResume"/>.</param>
    public Share ApplyTo(Share share, EgressUse used = default)
    {
        var next = (EgressLimit is null ? share : share.Limit(EgressLimit, used)) with
        {
            Name = Name,
            Description = Description,
            ClassificationIds = [.. ClassificationIds.Distinct(StringComparer.Ordinal)],
            Selection = Selection,
            Keywords = Keywords,
            SharedProjectIds = SharedProjectIds.ToFrozenSet(),
            IsViewRestricted = IsViewRestricted ?? share.IsViewRestricted,
            ExpiresAt = ExpiresAt,
        };
        return next.After(share);
    }
}
