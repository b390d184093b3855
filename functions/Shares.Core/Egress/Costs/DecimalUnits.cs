using System.Numerics;

namespace Shares.Core.Egress.Costs;

/// <summary>Amounts as whole numbers of their last decimal, which can be divided without rounding.</summary>
internal static class DecimalUnits
{
    private static readonly BigInteger Mantissas = BigInteger.One << 96;

    /// <param name="decimals">At least those that the amount has.</param>
    /// <returns>Never negative; the sign is the amount's.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount with so many decimals has more than 28 digits.</exception>
    public static BigInteger Of(decimal amount, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(decimals, amount.Scale);
        var units = Mantissa(amount) * BigInteger.Pow(10, decimals - amount.Scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(units, Mantissas, nameof(decimals));
        return units;
    }

    public static decimal ToDecimal(BigInteger units, bool isNegative, int decimals)
    {
        int Word(int place) => unchecked((int)(uint)((units >> (32 * place)) & uint.MaxValue));
        return new decimal(Word(0), Word(1), Word(2), isNegative, (byte)decimals);
    }

    private static BigInteger Mantissa(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        return ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
    }
}
