namespace Shares.Core.Egress.Ledger;

/// <summary>What one request adds to a row.</summary>
/// <param name="Request">Tells requests apart; 1..128 characters.</param>
public readonly record struct LedgerEvent(string Request, EventRank Rank, EgressAmount Amount);

/// <summary>Requests that add to the same row; each request is there once.</summary>
public sealed record LedgerGroup(LedgerRow Row, IReadOnlyList<LedgerEvent> Events);
