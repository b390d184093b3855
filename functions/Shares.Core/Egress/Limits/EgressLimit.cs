using Shares.Core.Egress.Costs;

namespace Shares.Core.Egress.Limits;

/// <summary>
/// What the publisher lets the downloads of one share take in a month of UTC. At least one of the two bounds is there; the one that is
/// reached first counts.
/// </summary>
public sealed record EgressLimit
{
    /// <summary>4 PiB, which every client of JSON reads exactly.</summary>
    public const long MostBytes = 1L << 52;

    public const decimal MostCost = 1_000_000_000m;

    /// <summary>Decimals of an amount of money that a limit can have.</summary>
    public const int CostDecimals = 2;

    /// <param name="monthlyBytes">From 1 to <see cref="MostBytes"/>.</param>
    /// <param name="monthlyCost">In <see cref="Currency"/>: over zero, to <see cref="MostCost"/>, with at most <see cref="CostDecimals"/> decimals.</param>
    /// <exception cref="ArgumentException">A bound is out of range, or there is none.</exception>
    public EgressLimit(ByteCount? monthlyBytes, decimal? monthlyCost, EgressLimitAction action)
    {
        if (monthlyBytes is null && monthlyCost is null) throw new ArgumentException("A limit has at least one bound.", nameof(monthlyBytes));
        if (monthlyBytes is { Value: < 1 or > MostBytes }) throw new ArgumentOutOfRangeException(nameof(monthlyBytes));
        if (monthlyCost is { } cost && !IsCost(cost)) throw new ArgumentOutOfRangeException(nameof(monthlyCost));
        (MonthlyBytes, MonthlyCost, Action) = (monthlyBytes, monthlyCost, action);
    }

    public ByteCount? MonthlyBytes { get; }
    public decimal? MonthlyCost { get; }
    public EgressLimitAction Action { get; }

    /// <summary>Of <see cref="MonthlyCost"/>: that of the price lists.</summary>
    public static Currency Currency => Currency.Usd;

    public static bool IsCost(decimal amount) => amount is > 0 and <= MostCost && decimal.Round(amount, CostDecimals) == amount;

    /// <summary>How far the month has come. It is reached as soon as one bound is, to the byte and to the last decimal.</summary>
    public LimitCheck Check(EgressUse used)
    {
        var bytes = Check(used.Bytes.Value, MonthlyBytes?.Value);
        var cost = Check(used.Cost, MonthlyCost);
        return bytes > cost ? bytes : cost;
    }

    private static LimitCheck Check(decimal used, decimal? limit) =>
        used >= limit ? LimitCheck.Reached : used * 100 >= limit * 80 ? LimitCheck.Warn80 : LimitCheck.None;
}

public enum EgressLimitAction
{
    /// <summary>The publisher's administrators are told.</summary>
    Notify,

    /// <summary>They are told, and downloads stop; analyses go on.</summary>
    SuspendDownloads,
}

/// <summary>In ascending order.</summary>
public enum LimitCheck
{
    None,

    /// <summary>80 % or more.</summary>
    Warn80,
    Reached,
}
