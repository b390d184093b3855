namespace Shares.Data.Egress;

/// <summary>What became of the requests of a group; together they are all of them.</summary>
/// <param name="Recorded">Added to the row.</param>
/// <param name="Duplicates">There already, in the same record or in one that counts before it.</param>
/// <param name="Corrected">Put in the place of another record of the request.</param>
public readonly record struct LedgerCounts(int Recorded, int Duplicates, int Corrected);
