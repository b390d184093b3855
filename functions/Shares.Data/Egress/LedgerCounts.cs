namespace Shares.Data.Egress;

/// <summary>What became of requests that were to be recorded.</summary>
/// <param name="Recorded">Added to their row.</param>
/// <param name="Duplicates">There already, in the same record or in one that counts before it.</param>
/// <param name="Corrected">Put in the place of another record of the request.</param>
/// <param name="Bytes">By which rows have grown; a correction may make it negative.</param>
/// <param name="Unattributed">Of those recorded or corrected, how many count for nobody although they read an object of somebody's.</param>
public readonly record struct LedgerCounts(int Recorded, int Duplicates, int Corrected, long Bytes = 0, int Unattributed = 0)
{
    public static LedgerCounts operator +(LedgerCounts left, LedgerCounts right) => Add(left, right);

    public static LedgerCounts Add(LedgerCounts left, LedgerCounts right) => new(
        left.Recorded + right.Recorded,
        left.Duplicates + right.Duplicates,
        left.Corrected + right.Corrected,
        left.Bytes + right.Bytes,
        left.Unattributed + right.Unattributed);
}
