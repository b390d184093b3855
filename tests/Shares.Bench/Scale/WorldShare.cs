using System.Collections.Frozen;
using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Bench.Scale;

/// <summary>What is particular about a share; the rest is the same in all of them.</summary>
internal sealed record WorldShare(
    ShareId Id, string Name, IReadOnlyList<Condition> Conditions, IReadOnlyList<string> Keywords, IReadOnlyList<int> Labs)
{
    public Share ToShare() => new()
    {
        Id = Id,
        Name = Name,
        Description = "What was sequenced for the atlas",
        PublisherId = ScaleIds.Publisher,
        Selection = new(Conditions),
        SharedProjectIds = Labs.Select(ScaleIds.Lab).ToFrozenSet(),
        Keywords = Keywords,
        IsViewRestricted = Id != ScaleIds.Share(WorldShares.Downloadable),
        CreatedBy = People.Publisher,
        CreatedAt = WorldShares.Start,
        UpdatedAt = WorldShares.Start,
    };
}
