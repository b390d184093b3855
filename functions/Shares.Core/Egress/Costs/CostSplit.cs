namespace Shares.Core.Egress.Costs;

/// <summary>A line of the bill, split over the rows that explain it and what none of them does. All parts together are the line, to its last digit.</summary>
/// <param name="Rows">In the order of the rows.</param>
public sealed record CostSplit(IReadOnlyList<Money> Rows, Money Unattributed)
{
    /// <summary>Of parts; those that bills of AWS have. A line with more of them is split to its own last one.</summary>
    public const int Decimals = 10;

    public static int DecimalsOf(Money line) => Math.Max(Decimals, (int)line.Amount.Scale);

    /// <param name="billed">
    /// What AWS charged for. What the rows fall short of it is paid by nobody and becomes <see cref="Unattributed"/>; when they exceed it, they
    /// share the line in proportion. When neither has a byte, all of the line is unattributed.
    /// </param>
    public static CostSplit Of(Money line, IReadOnlyList<ByteCount> rows, ByteCount billed)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var known = rows.Aggregate(UInt128.Zero, (sum, row) => sum + (UInt128)row.Value);
        var unknown = (UInt128)billed.Value > known ? (long)((UInt128)billed.Value - known) : 0;
        if (known == 0 && unknown == 0) unknown = 1;
        var parts = LargestRemainder.Split(line.Amount, [.. rows.Select(row => row.Value), unknown], DecimalsOf(line));
        return new([.. parts[..^1].Select(part => new Money(part, line.Currency))], new(parts[^1], line.Currency));
    }
}
