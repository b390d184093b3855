namespace Shares.Core.Egress.Ledger;

/// <summary>What a row of a publisher adds up to.</summary>
public sealed record LedgerEntry(EgressKey Key, EgressAmount Amount);

/// <summary>What egress that counts for nobody adds up to.</summary>
public sealed record UnattributedEntry(UnattributedKey Key, EgressAmount Amount);
