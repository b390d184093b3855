using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Datasets;
using Shares.Data.Items;

namespace Shares.Data.Tests.Datasets;

/// <summary>Recounts from scratch whether index rows and facets agree with the datasets.</summary>
internal static class DatasetConsistency
{
    /// <param name="ids">All datasets that the project ever had.</param>
    /// <param name="shares">All shares that the project has now.</param>
    public static async Task AssertAsync(Stores stores, ProjectId project, IReadOnlyCollection<DatasetId> ids, IReadOnlyCollection<Share>? shares = null)
    {
        var datasets = (await stores.Datasets.FindManyAsync(ids, default)).Values
            .Where(d => d.Status != DatasetStatus.Deleted).OrderBy(d => d.Id.Value).Select(DatasetIndexItem.Summary).ToList();
        Same.As(datasets, await stores.Datasets.ListOwnAsync(project, null, 10, default).ToListAsync());

        var expected = datasets.SelectMany(DatasetIndexItem.ValuesOf).Distinct().Select(value => Recount(value, datasets, shares ?? []));
        Assert.Equal(expected.Order(ByValue), (await stores.Datasets.ListFacetsAsync(project, default)).Order(ByValue));

        var everUsed = await stores.Table.QueryAsync(FacetItem.Partition(project), null, null, null, default).Select(FacetItem.FromItem).ToListAsync();
        Assert.All(everUsed, facet => Assert.Equal(Recount(new(facet.Field, facet.Value), datasets, shares ?? []), facet));
        foreach (var value in everUsed.Select(facet => new Condition(facet.Field, facet.Value)))
        {
            var rows = await stores.Table.QueryAsync(DatasetIndexItem.Partition(project, value), null, null, null, default).Select(DatasetIndexItem.FromItem).ToListAsync();
            Same.As(datasets.Where(d => DatasetIndexItem.ValuesOf(d).Contains(value)).ToList(), rows);
        }
    }

    private static Facet Recount(Condition value, IEnumerable<DatasetSummary> all, IEnumerable<Share> shares)
    {
        var having = all.Where(d => DatasetIndexItem.ValuesOf(d).Contains(value)).ToList();
        var completed = having.Where(d => d.Status == DatasetStatus.Completed).ToList();
        return new(
            value.Field, value.Value, having.Count, completed.Count, new(completed.Sum(d => d.TotalSize?.Value ?? 0)), completed.Sum(d => d.FileCount ?? 0),
            shares.Count(share => share.Selection.Conditions.Contains(value)));
    }

    private static readonly Comparer<Facet> ByValue =
        Comparer<Facet>.Create((one, other) => (one.Field, one.Value) == (other.Field, other.Value) ? 0 : string.CompareOrdinal($"{one.Field}#{one.Value}", $"{other.Field}#{other.Value}"));
}
