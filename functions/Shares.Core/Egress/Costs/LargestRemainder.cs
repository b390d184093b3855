using System.Numerics;

namespace Shares.Core.Egress.Costs;

/// <summary>
/// Splits a total into parts that add up to it exactly. Each part is what its weight is due, rounded down to the last decimal; what that
/// leaves over goes, one unit of the last decimal each, to the parts that lost most by rounding, of equals to the earlier one.
/// </summary>
public static class LargestRemainder
{
    private static readonly BigInteger Mantissas = BigInteger.One << 96;

    /// <param name="weights">Never negative; at least one is positive.</param>
    /// <param name="decimals">Of the parts; at least those that the total has. A total of 28 digits leaves no room for more.</param>
    public static decimal[] Split(decimal total, IReadOnlyList<long> weights, int decimals)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfLessThan(decimals, total.Scale);
        var sum = weights.Aggregate(BigInteger.Zero, (sum, weight) => weight >= 0 ? sum + weight : throw new ArgumentException("A weight is negative.", nameof(weights)));
        if (sum.IsZero) throw new ArgumentException("There is nothing to split by.", nameof(weights));

        var units = Mantissa(total) * BigInteger.Pow(10, decimals - total.Scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(units, Mantissas, nameof(decimals));
        var parts = new BigInteger[weights.Count];
        var remainders = new BigInteger[weights.Count];
        var left = units;
        for (var n = 0; n < parts.Length; n++)
        {
            parts[n] = BigInteger.DivRem(units * weights[n], sum, out remainders[n]);
            left -= parts[n];
        }

        var places = Enumerable.Range(0, parts.Length).ToArray();
        Array.Sort(places, (a, b) => remainders[b].CompareTo(remainders[a]) is not 0 and var order ? order : a.CompareTo(b));
        for (var n = 0; n < (int)left; n++) parts[places[n]]++;
        return [.. parts.Select(part => ToDecimal(part, total < 0, (byte)decimals))];
    }

    private static BigInteger Mantissa(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        return ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
    }

    private static decimal ToDecimal(BigInteger mantissa, bool isNegative, byte scale)
    {
        int Word(int place) => unchecked((int)(uint)((mantissa >> (32 * place)) & uint.MaxValue));
        return new decimal(Word(0), Word(1), Word(2), isNegative, scale);
    }
}
