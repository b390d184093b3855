using System.Collections.Frozen;
using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Api.Sharing;

/// <summary>A valid <see cref="ShareInput"/>, but for whether the projects that it names may be named.</summary>
/// <param name="ClassificationIds">As they were given, doubles too; so are <paramref name="SharedProjectIds"/>.</param>
/// <param name="ExpiresAt">To the second.</param>
internal sealed record ShareDraft(
    string Name,
    string Description,
    IReadOnlyList<string> ClassificationIds,
    Selection Selection,
    IReadOnlyList<string> Keywords,
    IReadOnlyList<ProjectId> SharedProjectIds,
    bool? IsViewRestricted,
    DateTimeOffset? ExpiresAt)
{
    /// <summary>The share with these values.</summary>
    public Share ApplyTo(Share share)
    {
        var next = share with
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
