using System.Numerics;

namespace Shares.Core.Egress.Costs;

/// <summary>
/// Splits a total into parts that add up to it exactly. Each part is what its weight is due, rounded down to the last decimal; what that
/// leaves over goes, one unit of the last decimal each, to the parts that lost most by rounding, of equals to the earlier one.
/// </summary>
public static class LargestRemainder
{
    /// <param name="weights">Never negative; at least one is positive.</param>
    /// <param name="decimals">Of the parts; at least those that the total has. A total of 28 digits leaves no room for more.</param>
    public static decimal[] Split(decimal total, IReadOnlyList<long> weights, int decimals)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var sum = weights.Aggregate(BigInteger.Zero, (sum, weight) => weight >= 0 ? sum + weight : throw new ArgumentException("A weight is negative.", nameof(weights)));
        if (sum.IsZero) throw new ArgumentException("There is nothing to split by.", nameof(weights));

        var units = DecimalUnits.Of(total, decimals);
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
        return [.. parts.Select(part => DecimalUnits.ToDecimal(part, total < 0, decimals))];
    }
}
