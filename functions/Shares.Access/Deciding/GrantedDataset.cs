using Shares.Core.Access;
using Shares.Core.Datasets;
using Shares.Core.Enforcing;
using Shares.Core.Sessions;
using Shares.Core.Sharing;

namespace Shares.Access.Deciding;

/// <summary>A dataset whose use was granted.</summary>
/// <param name="Through">Null when it is the project's own.</param>
internal sealed record GrantedDataset(Dataset Dataset, RelatedShare? Through)
{
    public Grant Grant(AccessPointKind kind) => new(DesiredState.WantedName(SharedBy(), kind), Dataset.Id);

    /// <summary>The alias of the access point that is wanted now; null while storage is being set up for the latest change of the share.</summary>
    public string? Alias(AccessPointKind kind)
    {
        var share = SharedBy();
        var ready = kind == AccessPointKind.Analyze ? share.Enforcement.Analyze : share.Enforcement.Download;
        return ready?.Name == DesiredState.WantedName(share, kind) ? ready.Alias : null;
    }

    /// <summary>The end of a session for this dataset: the longest one, but not beyond the share.</summary>
    public DateTimeOffset SessionEnd(DateTimeOffset longest) => Through?.Share.ExpiresAt is { } end && end < longest ? end : longest;

    private Share SharedBy() => Through?.Share ?? throw new InvalidOperationException("The dataset is the project's own.");
}
