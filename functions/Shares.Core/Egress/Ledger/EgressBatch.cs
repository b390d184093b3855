using System.Security.Cryptography;
using System.Text;
using Shares.Core.Egress.Attributing;
using Shares.Core.Egress.Trail;
using Shares.Core.Ids;

namespace Shares.Core.Egress.Ledger;

/// <summary>Gathers the records of one delivery and groups them by the row that they add to. Not safe for concurrent use.</summary>
public sealed class EgressBatch(TrailAttributor attributor, DateTimeOffset receivedAt)
{
    private const int LongestRequestId = 128;

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, int> _lastOfRequest = [];
    private readonly List<Origin> _origins = [];
    private readonly Dictionary<EgressKey, int> _keys = [];
    private readonly Dictionary<UnattributedKey, int> _unattributed = [];

    public int Records { get; private set; }

    /// <summary>Records that were in the delivery before.</summary>
    public int Repeated { get; private set; }

    /// <summary>From when the oldest of its requests was made until it was received; zero when none says.</summary>
    public TimeSpan Lag { get; private set; }

    /// <summary>The shares that records name, each with a bucket that it was read from.</summary>
    public IReadOnlyDictionary<ShareId, string> Shares =>
        _origins.Where(origin => origin.Key is not null).DistinctBy(origin => origin.Key!.Value.Share).ToDictionary(origin => origin.Key!.Value.Share, origin => origin.Bucket);

    public void Add(in TrailEvent record)
    {
        Records++;
        var attribution = attributor.Attribute(record, receivedAt);
        var request = RequestOf(record);
        var before = _lastOfRequest.GetValueOrDefault(request, -1);
        for (var n = before; n >= 0; n = _entries[n].Before)
        {
            if (_entries[n].EventId != record.EventId || _entries[n].IsUpdate != record.IsUpdate) continue;
            Repeated++;
            return;
        }

        _lastOfRequest[request] = _entries.Count;
        _entries.Add(new(request, record.EventId, record.IsUpdate, attribution.Amount, OriginOf(attribution), before));
        if (record.Time is { } time && attribution.Key is not null && receivedAt - time > Lag) Lag = receivedAt - time;
    }

    /// <summary>Notes that a delivery could be read in part only.</summary>
    /// <param name="delivery">What was delivered; the same delivered again is not noted again.</param>
    public void AddBroken(ReadOnlySpan<byte> delivery) => Add(new TrailEvent { Unreadable = delivery.IsEmpty ? "-"u8 : delivery });

    /// <summary>Everything that was added, by row.</summary>
    /// <param name="publishers">Of <see cref="Shares"/>, as far as they are known.</param>
    public IReadOnlyList<LedgerGroup> Group(IReadOnlyDictionary<ShareId, ProjectId> publishers)
    {
        var rows = _origins.ConvertAll(origin => RowOf(origin, publishers));
        var groups = new Dictionary<LedgerRow, List<LedgerEvent>>();
        var ofOrigin = rows.ConvertAll(row => groups.TryGetValue(row, out var group) ? group : groups[row] = []);
        foreach (var last in _lastOfRequest.Values)
        {
            var (counts, rank) = (last, RankOf(last, rows));
            for (var n = _entries[last].Before; n >= 0; n = _entries[n].Before)
            {
                if (RankOf(n, rows) is var other && other > rank) (counts, rank) = (n, other);
            }

            ofOrigin[_entries[counts].Origin].Add(new(_entries[counts].Request, rank, _entries[counts].Amount));
        }

        return [.. groups.Where(group => group.Value.Count > 0).Select(group => new LedgerGroup(group.Key, group.Value))];
    }

    private int OriginOf(in Attribution attribution)
    {
        if (attribution.Key is { } key)
        {
            if (_keys.TryGetValue(key, out var known)) return known;
            _keys[key] = _origins.Count;
        }
        else
        {
            if (_unattributed.TryGetValue(attribution.Unattributed!, out var known)) return known;
            _unattributed[attribution.Unattributed!] = _origins.Count;
        }

        _origins.Add(new(attribution.Key, attribution.Unattributed, attribution.Bucket));
        return _origins.Count - 1;
    }

    private static LedgerRow RowOf(Origin origin, IReadOnlyDictionary<ShareId, ProjectId> publishers)
    {
        if (origin.Key is not { } key) return new LedgerRow.Unattributed(origin.Unattributed!);
        return publishers.TryGetValue(key.Share, out var publisher)
            ? new LedgerRow.Attributed(publisher, key)
            : new LedgerRow.Unattributed(new(key.Day, UnattributedReason.UnknownPublisher, key.Zone, key.Share.ToString()));
    }

    private EventRank RankOf(int entry, List<LedgerRow> rows) =>
        new(rows[_entries[entry].Origin] is LedgerRow.Attributed, _entries[entry].IsUpdate, _entries[entry].EventId);

    private static string RequestOf(in TrailEvent record)
    {
        if (!record.Unreadable.IsEmpty) return Hash(record.Unreadable);
        if (record.RequestId.IsEmpty) return record.EventId.ToString();
        return record.RequestId.Length <= LongestRequestId && Ascii.IsValid(record.RequestId) ? Encoding.ASCII.GetString(record.RequestId) : Hash(record.RequestId);
    }

    private static string Hash(ReadOnlySpan<byte> text) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(text))}";

    private readonly record struct Entry(string Request, Guid EventId, bool IsUpdate, EgressAmount Amount, int Origin, int Before);

    private sealed record Origin(EgressKey? Key, UnattributedKey? Unattributed, string Bucket);
}
