namespace Shares.Core.Egress.Ledger;

/// <summary>What is written to the ledger together or not at all.</summary>
/// <param name="Rows">Each row at most once.</param>
public sealed record LedgerTransaction(IReadOnlyList<MarkerWrite> Markers, IReadOnlyList<RowChange> Rows);

/// <param name="Replaces">The rank that the request's marker has now; null when there must be none.</param>
public sealed record MarkerWrite(EventMarker Marker, EventRank? Replaces);

public sealed record RowChange(LedgerRow Row, EgressAmount Added);
