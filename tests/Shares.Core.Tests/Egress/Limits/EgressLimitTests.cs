using Shares.Core.Egress.Limits;

namespace Shares.Core.Tests.Egress.Limits;

public sealed class EgressLimitTests
{
    [Theory]
    [InlineData(1000L, null, 799L, "1000000", LimitCheck.None)]
    [InlineData(1000L, null, 800L, "0", LimitCheck.Warn80)]
    [InlineData(1000L, null, 999L, "0", LimitCheck.Warn80)]
    [InlineData(1000L, null, 1000L, "0", LimitCheck.Reached)]
    [InlineData(1000L, null, long.MaxValue, "0", LimitCheck.Reached)]
    [InlineData(1L, null, 0L, "0", LimitCheck.None)]
    [InlineData(1L, null, 1L, "0", LimitCheck.Reached)]
    [InlineData(EgressLimit.MostBytes, null, EgressLimit.MostBytes - 1, "0", LimitCheck.Warn80)]
    [InlineData(null, "10", 4_000_000_000L, "7.9999999999999999999999999", LimitCheck.None)]
    [InlineData(null, "10", 0L, "8.00", LimitCheck.Warn80)]
    [InlineData(null, "10", 0L, "9.9999999999999999999999999", LimitCheck.Warn80)]
    [InlineData(null, "10", 0L, "10.000", LimitCheck.Reached)]
    [InlineData(1000L, "10", 100L, "8", LimitCheck.Warn80)]
    [InlineData(1000L, "10", 1000L, "1", LimitCheck.Reached)]
    [InlineData(1000L, "10", 900L, "10", LimitCheck.Reached)]
    [InlineData(1000L, "10", 100L, "1", LimitCheck.None)]
    public void The_bound_that_is_reached_first_counts(long? bytes, string? cost, long usedBytes, string usedCost, LimitCheck expected)
    {
        var limit = new EgressLimit(bytes is { } number ? new ByteCount(number) : null, cost is null ? null : Decimal(cost), EgressLimitAction.Notify);
        Assert.Equal(expected, limit.Check(new(new(usedBytes), Decimal(usedCost))));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(0L, null)]
    [InlineData(EgressLimit.MostBytes + 1, null)]
    [InlineData(null, "0")]
    [InlineData(null, "-1")]
    [InlineData(null, "0.001")]
    [InlineData(null, "1000000000.01")]
    [InlineData(1L, "0")]
    public void There_is_no_limit_without_a_bound_or_out_of_range(long? bytes, string? cost) => Assert.ThrowsAny<ArgumentException>(
        () => new EgressLimit(bytes is { } number ? new ByteCount(number) : null, cost is null ? null : Decimal(cost), EgressLimitAction.Notify));

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
