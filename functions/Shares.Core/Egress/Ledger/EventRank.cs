namespace Shares.Core.Egress.Ledger;

/// <summary>
/// Of several records of one request the highest counts, in whatever order they come: one that can be attributed before one that cannot,
/// a correction before what it corrects, and among equals the one with the greater id, so that there is always exactly one.
/// </summary>
public readonly record struct EventRank(bool IsAttributed, bool IsUpdate, Guid EventId) : IComparable<EventRank>
{
    public static bool operator <(EventRank left, EventRank right) => left.CompareTo(right) < 0;

    public static bool operator >(EventRank left, EventRank right) => left.CompareTo(right) > 0;

    public static bool operator <=(EventRank left, EventRank right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EventRank left, EventRank right) => left.CompareTo(right) >= 0;

    public int CompareTo(EventRank other) =>
        IsAttributed != other.IsAttributed ? IsAttributed.CompareTo(other.IsAttributed)
        : IsUpdate != other.IsUpdate ? IsUpdate.CompareTo(other.IsUpdate)
        : EventId.CompareTo(other.EventId);
}
