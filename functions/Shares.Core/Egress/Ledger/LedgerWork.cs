namespace Shares.Core.Egress.Ledger;

/// <summary>
/// Brings the requests of a group into the ledger, each exactly once, one transaction after the other. It decides; who runs it writes, and
/// tells what came of it. It may be dropped after any step and begun anew, and others may be at the same requests.
/// </summary>
public sealed class LedgerWork(LedgerGroup group)
{
    /// <summary>Markers in one transaction, beside the row: DynamoDB takes 100 actions.</summary>
    public const int MarkersAtOnce = 99;

    private readonly List<LedgerEvent> _new = [.. group.Events];
    private readonly Stack<(LedgerEvent Event, EventMarker Old)> _corrections = new();
    private LedgerTransaction? _tried;

    /// <summary>Requests that this has added to the row.</summary>
    public int Recorded { get; private set; }

    /// <summary>Requests that were there already, in the same record or in one that counts before this one.</summary>
    public int Duplicates { get; private set; }

    /// <summary>Requests that were there in a record that this one takes the place of.</summary>
    public int Corrected { get; private set; }

    /// <summary>What rows have come to hold beside what they held before.</summary>
    public EgressAmount Added { get; private set; }

    /// <summary>What to write next; null when all is done.</summary>
    /// <param name="atMost">Markers that there is room for; positive.</param>
    public LedgerTransaction? Next(int atMost = MarkersAtOnce) => _tried = _new.Count > 0
        ? Addition(_new[^Math.Min(_new.Count, atMost)..])
        : _corrections.TryPeek(out var correction) ? Correction(correction.Event, correction.Old) : null;

    /// <summary>What <see cref="Next"/> gave last is written.</summary>
    public void Committed()
    {
        Added = _tried!.Rows.Aggregate(Added, (sum, change) => sum + change.Added);
        var count = _tried.Markers.Count;
        if (_new.Count > 0)
        {
            _new.RemoveRange(_new.Count - count, count);
            Recorded += count;
        }
        else
        {
            _ = _corrections.Pop();
            Corrected++;
        }
    }

    /// <summary>
    /// Nothing of it was written, because markers are not as it said. Also to be called beforehand, where most requests are likely to be there.
    /// </summary>
    /// <param name="found">Those of its requests' markers that there are now.</param>
    public void Found(IEnumerable<EventMarker> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var markers = found.ToDictionary(marker => marker.Request);
        if (_new.Count == 0 && _corrections.TryPop(out var stale)) _new.Add(stale.Event);
        _new.RemoveAll(added =>
        {
            if (!markers.TryGetValue(added.Request, out var marker)) return false;
            if (marker.Rank >= added.Rank) Duplicates++;
            else _corrections.Push((added, marker));
            return true;
        });
    }

    private LedgerTransaction Addition(List<LedgerEvent> events) => new(
        [.. events.Select(added => new MarkerWrite(MarkerOf(added), null))],
        [new(group.Row, events.Aggregate(default(EgressAmount), (sum, added) => sum + added.Amount))]);

    private LedgerTransaction Correction(LedgerEvent added, EventMarker old) => new(
        [new(MarkerOf(added), old.Rank)],
        old.Row == group.Row
            ? [new(group.Row, added.Amount + -old.Amount)]
            : [new(old.Row, -old.Amount), new(group.Row, added.Amount)]);

    private EventMarker MarkerOf(LedgerEvent added) => new(added.Request, added.Rank, group.Row, added.Amount);
}
