using Shares.Core.Egress;
using Shares.Core.Egress.Ledger;

namespace Shares.Core.Tests.Egress.Ledger;

/// <summary>A ledger in memory that keeps the promises of the store: a transaction is written whole or not at all.</summary>
internal sealed class ModelLedger
{
    private readonly Dictionary<string, EventMarker> _markers = [];
    private readonly Dictionary<LedgerRow, EgressAmount> _rows = [];

    public IReadOnlyDictionary<LedgerRow, EgressAmount> Rows => _rows.Where(row => row.Value != default).ToDictionary();

    public bool TryWrite(LedgerTransaction transaction)
    {
        Assert.InRange(transaction.Markers.Count, 1, 99);
        Assert.InRange(transaction.Markers.Count + transaction.Rows.Count, 2, 100);
        Assert.Distinct(transaction.Markers.Select(marker => marker.Marker.Request));
        Assert.Distinct(transaction.Rows.Select(row => row.Row));
        if (transaction.Markers.Any(marker => _markers.GetValueOrDefault(marker.Marker.Request)?.Rank != marker.Replaces)) return false;
        foreach (var marker in transaction.Markers) _markers[marker.Marker.Request] = marker.Marker;
        foreach (var row in transaction.Rows) _rows[row.Row] = _rows.GetValueOrDefault(row.Row) + row.Added;
        return true;
    }

    public IReadOnlyList<EventMarker> Find(IEnumerable<string> requests) => [.. requests.Where(_markers.ContainsKey).Select(request => _markers[request])];
}
