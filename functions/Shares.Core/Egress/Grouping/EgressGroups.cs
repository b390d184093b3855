using Shares.Core.Egress.Ledger;

namespace Shares.Core.Egress.Grouping;

/// <summary>Sums up rows of the ledger. Memory grows with the groups, of which there is a most, and not with the rows.</summary>
public sealed class EgressGroups(IReadOnlySet<EgressDimension> by, int most)
{
    private readonly Dictionary<EgressGroup, EgressSum> _sums = [];

    public IReadOnlyDictionary<EgressGroup, EgressSum> Sums => _sums;

    public EgressSum Total { get; private set; } = EgressSum.Nothing;

    /// <summary>False when that is one group too many; then the sums are not complete.</summary>
    public bool TryAdd(LedgerEntry entry, decimal? cost, bool isFinal)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var group = EgressGroup.Of(entry.Key, by);
        var isKnown = _sums.TryGetValue(group, out var sum);
        if (!isKnown && _sums.Count == most) return false;
        var row = new EgressSum(entry.Amount, cost, isFinal);
        _sums[group] = isKnown ? sum + row : row;
        Total += row;
        return true;
    }
}
