using CsCheck;
using Shares.Core.Egress;
using Shares.Core.Egress.Grouping;
using Shares.Core.Egress.Ledger;

namespace Shares.Core.Tests.Egress.Grouping;

public sealed class EgressGroupsTests
{
    private static readonly Gen<LedgerEntry> Row =
        from numbers in Gen.Select(Gen.Int[0, 70], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[0, 2])
        from kinds in Gen.Select(Gen.Enum<TransferZone>(), Gen.Enum<AccessRoute>())
        from amount in Gen.Select(Gen.Long[0, 1L << 40], Gen.Long[0, 9], Gen.Long[0, 999], Gen.Long[0, 9])
        select new LedgerEntry(
            new(
                new DateOnly(2026, 1, 1).AddDays(numbers.Item1), Some.ShareId(numbers.Item2), Some.DatasetId(numbers.Item3), Some.Subscriber,
                PrincipalId.Parse($"user {numbers.Item4}"), kinds.Item1, kinds.Item2),
            new(amount.Item1, amount.Item2, amount.Item3, amount.Item4));

    [Fact]
    public void Groups_add_up_to_the_total_by_whatever_they_are_made() =>
        Gen.Select(Row.Array[0, 200], Gen.Enum<EgressDimension>().Array[0, 8]).Sample((rows, by) =>
        {
            var groups = new EgressGroups(by.ToHashSet(), int.MaxValue);
            foreach (var row in rows) Assert.True(groups.TryAdd(row, row.Amount.AllBytes / 8m, row.Key.Day.Month == 1));
            Assert.Equal(rows.Aggregate(default(EgressAmount), (sum, row) => sum + row.Amount), groups.Total.Amount);
            Assert.Equal(groups.Total.Amount, groups.Sums.Values.Aggregate(default(EgressAmount), (sum, group) => sum + group.Amount));
            Assert.Equal(groups.Total.Cost, groups.Sums.Values.Sum(group => group.Cost));
            Assert.Equal(rows.GroupBy(row => EgressGroup.Of(row.Key, by.ToHashSet())).Count(), groups.Sums.Count);
            foreach (var (group, sum) in groups.Sums.Where(group => group.Key.Month is not null)) Assert.Equal(group.Month!.Value.FirstDay.Month == 1, sum.IsFinal);
        });

    [Fact]
    public void One_group_too_many_is_told_and_more_rows_of_those_that_are_there_are_not()
    {
        var groups = new EgressGroups(new HashSet<EgressDimension> { EgressDimension.Share }, 2);
        static LedgerEntry Of(int share) => new(new(new DateOnly(2026, 1, 1), Some.ShareId(share), default, default, default, default, default), EgressAmount.Served(1));
        Assert.Equal([true, true, true, false, true], new[] { 1, 2, 1, 3, 2 }.Select(share => groups.TryAdd(Of(share), 0, true)));
    }

    [Fact]
    public void A_sum_with_a_part_of_unknown_cost_has_none()
    {
        var groups = new EgressGroups(new HashSet<EgressDimension>(), 1);
        var entry = new LedgerEntry(new(new DateOnly(2026, 1, 1), default, default, default, default, default, default), EgressAmount.Served(1));
        groups.TryAdd(entry, 5, true);
        groups.TryAdd(entry, null, true);
        Assert.Null(groups.Total.Cost);
    }
}
