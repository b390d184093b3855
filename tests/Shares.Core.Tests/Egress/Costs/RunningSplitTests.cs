using CsCheck;
using Shares.Core.Egress.Costs;

namespace Shares.Core.Tests.Egress.Costs;

public sealed class RunningSplitTests
{
    /// <summary>Totals as a bill writes them, of either sign, and any weights.</summary>
    private static readonly Gen<(Money Total, List<long> Weights)> AnySplit = Gen.Select(
        Gen.Select(Gen.Long[-9_999_999_999_999, 9_999_999_999_999], Gen.Int[0, 10], (units, scale) => new Money(units / (decimal)Math.Pow(10, scale), Currency.Usd)),
        Gen.OneOf(Gen.Long[0, 10], Gen.Long[0, long.MaxValue], Gen.Const(0L)).List[1, 60]);

    [Fact]
    public void Parts_add_up_to_the_total_to_the_last_digit() => AnySplit.Sample(split =>
    {
        var running = new RunningSplit(split.Total, SumOf(split.Weights));
        var given = split.Weights.Aggregate(Money.Zero(Currency.Usd), (sum, weight) => sum + running.Next(weight));
        return given == (SumOf(split.Weights) == 0 ? Money.Zero(Currency.Usd) : split.Total) && running.IsComplete;
    }, iter: 20_000);

    [Fact]
    public void Every_part_is_within_one_unit_of_its_exact_share() => AnySplit.Sample(split =>
    {
        var (sum, running) = (split.Weights.Sum(weight => (decimal)weight), new RunningSplit(split.Total, SumOf(split.Weights)));
        var unit = new decimal(1, 0, 0, false, CostSplit.Decimals);
        return split.Weights.All(weight => sum == 0
            ? running.Next(weight).Amount == 0
            : Math.Abs(running.Next(weight).Amount - (split.Total.Amount * (weight / sum))) < unit * 1.000001m);
    }, iter: 20_000);

    [Fact]
    public void Nothing_is_due_to_nothing_and_no_part_has_the_other_sign() => AnySplit.Sample(split =>
    {
        var running = new RunningSplit(split.Total, SumOf(split.Weights));
        return split.Weights.All(weight => running.Next(weight).Amount is var part && (weight > 0 ? part * split.Total.Amount >= 0 : part == 0));
    });

    [Fact]
    public void What_comes_after_all_that_was_announced_gets_nothing()
    {
        var running = new RunningSplit(new(1.00m, Currency.Usd), 4);
        Assert.Equal([0.75m, 0.25m, 0m], new long[] { 3, 2, 7 }.Select(weight => running.Next(weight).Amount));
        Assert.False(running.IsComplete);
    }

    [Fact]
    public void A_part_has_at_least_the_decimals_of_a_bill() =>
        Assert.Equal(0.3333333333m, new RunningSplit(new(1m, Currency.Usd), 3).Next(1).Amount);

    private static UInt128 SumOf(IEnumerable<long> weights) => weights.Aggregate(UInt128.Zero, (sum, weight) => sum + (UInt128)weight);
}
