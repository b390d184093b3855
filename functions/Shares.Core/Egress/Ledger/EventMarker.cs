namespace Shares.Core.Egress.Ledger;

/// <summary>Says that a request is in the ledger, and what it added where, so that a correction can take it back.</summary>
public sealed record EventMarker(string Request, EventRank Rank, LedgerRow Row, EgressAmount Amount)
{
    /// <summary>
    /// How long it is kept from when it was written. Longer than a record of the trail may be late
    /// (<see cref="Attributing.TrailAttributor.Latest"/>), so that no repetition finds it gone.
    /// </summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(40);
}
