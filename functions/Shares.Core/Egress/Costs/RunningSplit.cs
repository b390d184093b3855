using System.Numerics;

namespace Shares.Core.Egress.Costs;

/// <summary>
/// Splits a total over weights that come one after the other, in constant memory: each part is what all weights so far are due, rounded down
/// to the last decimal, less what was given before. All parts together are the total, to its last digit, and each is within one unit of the
/// last decimal of its exact share.
/// </summary>
/// <param name="total">May be negative.</param>
/// <param name="weights">The sum of all weights to come.</param>
/// <param name="decimals">Of the parts; at least those that the total has.</param>
public sealed class RunningSplit(Money total, UInt128 weights, int decimals)
{
    private readonly BigInteger _units = DecimalUnits.Of(total.Amount, decimals);
    private BigInteger _given;
    private UInt128 _seen;

    public RunningSplit(Money total, UInt128 weights)
        : this(total, weights, CostSplit.DecimalsOf(total))
    {
    }

    /// <summary>Whether the weights so far are all that were announced, and so the total is given out.</summary>
    public bool IsComplete => _seen == weights;

    /// <param name="weight">Never negative. What exceeds the announced sum gets nothing.</param>
    public Money Next(long weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        _seen += (UInt128)weight;
        var due = weights == 0 ? BigInteger.Zero : _units * UInt128.Min(_seen, weights) / weights;
        var part = due - _given;
        _given = due;
        return new(DecimalUnits.ToDecimal(part, total.Amount < 0, decimals), total.Currency);
    }
}
