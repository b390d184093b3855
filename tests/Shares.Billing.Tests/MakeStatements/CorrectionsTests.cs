using CsCheck;
using Shares.Billing.MakeStatements;
using Shares.Billing.Tests.World;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;

namespace Shares.Billing.Tests.MakeStatements;

public sealed class CorrectionsTests
{
    private static readonly Gen<SortedDictionary<int, (long Bytes, long Cost)>> Version =
        Gen.Select(Gen.Int[0, 12], Gen.Long[0, 3], Gen.Long[-3, 3], (key, bytes, cost) => (key, (bytes, cost))).Array[0, 15]
            .Select(rows => new SortedDictionary<int, (long, long)>(rows.DistinctBy(row => row.key).ToDictionary(row => row.key, row => row.Item2)));

    [Fact]
    public void All_rows_together_are_the_last_version_and_those_of_the_first_are_as_they_were() => Version.Array[1, 4].Sample(versions =>
    {
        var merged = Corrections.MergeAsync([.. versions.Select(Rows)], default).ToBlockingEnumerable().ToList();
        var sums = merged.GroupBy(row => row.Line.Row).ToDictionary(row => row.Key, row => (row.Sum(each => each.Amount.Bytes), row.Sum(each => each.Cost.Amount)));
        var last = versions[^1].ToDictionary(row => $"{row.Key:d2}", row => (row.Value.Bytes, (decimal)row.Value.Cost));
        return sums.Keys.Union(last.Keys).All(key => sums.GetValueOrDefault(key) == last.GetValueOrDefault(key))
            && merged.Where(row => !row.IsCorrection).Select(row => (row.Line.Row, row.Amount.Bytes)).SequenceEqual(versions[0].Select(row => ($"{row.Key:d2}", row.Value.Bytes)))
            && merged.All(row => !row.IsCorrection || !row.IsNothing)
            && merged.Select(row => row.Line.Row).SequenceEqual(merged.Select(row => row.Line.Row).Order(StringComparer.Ordinal));
    }, iter: 3_000);

    [Fact]
    public void A_version_like_the_one_before_corrects_nothing() => Version.Sample(version =>
        Corrections.MergeAsync([Rows(version), Rows(version)], default).ToBlockingEnumerable().All(row => !row.IsCorrection));

    private static IAsyncEnumerable<PricedRow> Rows(SortedDictionary<int, (long Bytes, long Cost)> version) => version.Select(row => new PricedRow(
        new SnapshotLine(Downloads.Publisher(1).ToString(), $"{row.Key:d2}", row.Value.Bytes, 1, 0, 0), new EgressAmount(row.Value.Bytes, 1, 0, 0),
        new(row.Value.Cost, Currency.Usd), new(row.Value.Bytes, Currency.Usd))).ToAsyncEnumerable();
}
