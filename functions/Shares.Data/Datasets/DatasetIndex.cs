using Shares.Core.Datasets;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Datasets;

/// <summary>The index rows and facets that go with a change of a dataset, in the transaction of that change.</summary>
internal static class DatasetIndex
{
    /// <param name="old">The dataset that the transaction replaces, on condition of its version; null when it makes one.</param>
    public static void Move(WriteBatch batch, Dataset? old, Dataset next)
    {
        var (before, after) = (ValuesOf(old), ValuesOf(next));
        var (project, row) = (next.ProjectId, DatasetIndexItem.SortOf(next.Id));
        var all = DatasetIndexItem.AllOf(project);
        if (next.Status != DatasetStatus.Deleted) batch.Put(DatasetIndexItem.ToItem(all, next));
        else if (old is not null) batch.Delete(new(all, row));

        foreach (var value in after) batch.Put(DatasetIndexItem.ToItem(DatasetIndexItem.Partition(project, value), next));
        foreach (var value in before.Except(after)) batch.Delete(new(DatasetIndexItem.Partition(project, value), row));
        foreach (var value in before.Union(after))
        {
            var moved = Numbers(next, after.Contains(value)) - Numbers(old, before.Contains(value));
            if (moved != default) batch.Update(FacetItem.KeyOf(project, value), FacetItem.Add(moved));
        }
    }

    private static FacetNumbers Numbers(Dataset? dataset, bool hasValue) => dataset is null || !hasValue ? default : FacetNumbers.Of(dataset);

    private static HashSet<Condition> ValuesOf(Dataset? dataset) =>
        dataset is null or { Status: DatasetStatus.Deleted } ? [] : [.. DatasetIndexItem.ValuesOf(dataset)];
}
