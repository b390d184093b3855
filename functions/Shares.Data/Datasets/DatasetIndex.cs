using Shares.Core.Datasets;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Datasets;

/// <summary>The index rows and facet counts that go with a change of a dataset, in the transaction of that change.</summary>
internal static class DatasetIndex
{
    /// <param name="old">The dataset that the transaction replaces, on condition of its version; null when it makes one.</param>
    public static void Move(WriteBatch batch, Dataset? old, Dataset next)
    {
        var (before, after) = (ValuesOf(old), ValuesOf(next));
        var all = DatasetIndexItem.AllOf(next.ProjectId);
        if (next.Status != DatasetStatus.Deleted) batch.Put(DatasetIndexItem.ToItem(all, next));
        else if (old is not null) batch.Delete(new(all, DatasetIndexItem.SortOf(next.Id)));

        foreach (var value in after) batch.Put(DatasetIndexItem.ToItem(DatasetIndexItem.Partition(next.ProjectId, value), next));
        foreach (var value in before.Except(after))
        {
            batch.Delete(new(DatasetIndexItem.Partition(next.ProjectId, value), DatasetIndexItem.SortOf(next.Id)));
            batch.Update(FacetItem.KeyOf(next.ProjectId, value), FacetItem.Add(-1));
        }

        foreach (var value in after.Except(before)) batch.Update(FacetItem.KeyOf(next.ProjectId, value), FacetItem.Add(1));
    }

    private static HashSet<Condition> ValuesOf(Dataset? dataset) =>
        dataset is null or { Status: DatasetStatus.Deleted } ? [] : [.. DatasetIndexItem.ValuesOf(dataset)];
}
