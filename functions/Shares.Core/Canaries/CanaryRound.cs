using Shares.Core.Ids;

namespace Shares.Core.Canaries;

/// <summary>Where the canary is on its way through all shares.</summary>
/// <param name="After">The last share of the sample before; null: none yet.</param>
/// <param name="Failing">Shares that failed when last tried.</param>
public sealed record CanaryRound(ShareId? After, IReadOnlyList<ShareId> Failing)
{
    /// <summary>Shares beside the sample that are tried in one run.</summary>
    private const int FailingAtOnce = 20;

    public static readonly CanaryRound First = new(null, []);

    /// <summary>What failed before, and the next shares by id, beginning anew after the last: each share comes up again and again.</summary>
    /// <param name="shares">All that storage has to do with.</param>
    public (IReadOnlyList<ShareId> Shares, CanaryRound Next) Sample(IReadOnlyCollection<ShareId> shares, int size)
    {
        var sorted = shares.OrderBy(share => share.Hex(), StringComparer.Ordinal).ToList();
        var start = After is { } last ? sorted.FindIndex(share => string.CompareOrdinal(share.Hex(), last.Hex()) > 0) : 0;
        var next = sorted.Skip(Math.Max(start, 0)).Concat(sorted.Take(Math.Max(start, 0))).Take(size).ToList();
        var failing = Failing.Intersect(shares).Take(FailingAtOnce);
        return ([.. failing.Union(next)], this with { After = next.Count > 0 ? next[^1] : After });
    }
}
