using Shares.Core.Egress.Ledger;
using Shares.Core.Ids;

namespace Shares.Core.Egress.Statements;

/// <summary>Sums up the ledger of a month by publisher and zone. Memory grows with the publishers, not with the rows.</summary>
public sealed class MonthTotals
{
    private readonly SortedDictionary<(string Publisher, TransferZone Zone), (ProjectId Id, long Bytes)> _attributed =
        new(Comparer<(string Publisher, TransferZone Zone)>.Create((a, b) => string.CompareOrdinal(a.Publisher, b.Publisher) is not 0 and var order ? order : a.Zone.CompareTo(b.Zone)));

    private readonly Dictionary<TransferZone, long> _unattributed = [];

    /// <summary>Whether there is not one row, of whatever amount.</summary>
    public bool IsEmpty => _attributed.Count == 0 && _unattributed.Count == 0;

    public void Add(ProjectId publisher, LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var key = (publisher.ToString(), entry.Key.Zone);
        _attributed[key] = (publisher, checked(_attributed.GetValueOrDefault(key).Bytes + entry.Amount.AllBytes));
    }

    public void Add(UnattributedEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        _unattributed[entry.Key.Zone] = checked(_unattributed.GetValueOrDefault(entry.Key.Zone) + entry.Amount.AllBytes);
    }

    /// <summary>By publisher, in the order of their ids as text.</summary>
    public IReadOnlyList<(ProjectId Publisher, ByteCount Bytes)> Attributed(TransferZone zone) =>
        [.. _attributed.Where(sum => sum.Key.Zone == zone).Select(sum => (sum.Value.Id, new ByteCount(sum.Value.Bytes)))];

    public ByteCount AttributedSum(TransferZone zone) => Attributed(zone).Aggregate(default(ByteCount), (sum, next) => sum + next.Bytes);

    public ByteCount Unattributed(TransferZone zone) => new(_unattributed.GetValueOrDefault(zone));
}
