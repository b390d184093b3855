using CsCheck;
using Shares.Core.Egress.Costs;

namespace Shares.Core.Tests.Egress.Costs;

public sealed class LargestRemainderTests
{
    /// <summary>Totals as a bill writes them, of either sign; and any weights, of which one is positive.</summary>
    private static readonly Gen<(decimal Total, List<long> Weights)> AnySplit = Gen.Select(
        Gen.Select(Gen.Long[-9_999_999_999_999_999, 9_999_999_999_999_999], Gen.Int[0, 10], (units, scale) => units / (decimal)Math.Pow(10, scale)),
        Gen.OneOf(Gen.Long[0, 10], Gen.Long[0, long.MaxValue], Gen.Const(0L)).List[0, 40],
        Gen.Long[1, long.MaxValue], Gen.Int[0, 40],
        (total, weights, positive, place) =>
        {
            weights.Insert(Math.Min(place, weights.Count), positive);
            return (total, weights);
        });

    [Fact]
    public void Parts_add_up_to_the_total_to_the_last_digit() => AnySplit.Sample(split =>
        LargestRemainder.Split(split.Total, split.Weights, split.Total.Scale).Sum() == split.Total, iter: 20_000);

    [Fact]
    public void Every_part_is_within_one_unit_of_what_its_weight_is_due() => AnySplit.Sample(split =>
    {
        var unit = new decimal(1, 0, 0, false, split.Total.Scale);
        var sum = split.Weights.Sum(weight => (decimal)weight);
        var parts = LargestRemainder.Split(split.Total, split.Weights, split.Total.Scale);
        return parts.Zip(split.Weights).All(part => Math.Abs(part.First - (split.Total * (part.Second / sum))) < unit * 1.000001m);
    });

    [Fact]
    public void Nothing_is_due_to_nothing_and_a_larger_weight_never_gets_less() => AnySplit.Sample(split =>
    {
        var parts = LargestRemainder.Split(split.Total, split.Weights, split.Total.Scale).Zip(split.Weights).OrderBy(part => part.Second).ToList();
        return parts.TrueForAll(part => part.Second > 0 || part.First == 0)
            && parts.Zip(parts.Skip(1)).All(pair => Math.Abs(pair.First.First) <= Math.Abs(pair.Second.First) || pair.First.Second == pair.Second.Second);
    });

    [Fact]
    public void What_is_left_over_goes_to_those_who_lost_most_and_of_equals_to_the_first()
    {
        Assert.Equal([0.34m, 0.33m, 0.33m], LargestRemainder.Split(1.00m, [1, 1, 1], 2));
        Assert.Equal([0.14m, 0.29m, 0.57m], LargestRemainder.Split(1.00m, [1, 2, 4], 2));
        Assert.Equal([-0.34m, -0.33m, -0.33m], LargestRemainder.Split(-1.00m, [1, 1, 1], 2));
    }

    [Fact]
    public void A_total_may_be_split_finer_than_it_is_written() =>
        Assert.Equal([0.0334m, 0.0333m, 0.0333m], LargestRemainder.Split(0.1m, [1, 1, 1], 4));

    [Fact]
    public void A_split_by_nothing_or_into_fewer_decimals_is_refused()
    {
        Assert.Throws<ArgumentException>(() => LargestRemainder.Split(1, [0, 0], 2));
        Assert.Throws<ArgumentException>(() => LargestRemainder.Split(1, [], 2));
        Assert.Throws<ArgumentException>(() => LargestRemainder.Split(1, [2, -1], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Split(1.234m, [1], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Split(decimal.MaxValue, [1], 1));
    }
}
