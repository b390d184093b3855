using Shares.Core.Datasets;
using Shares.Data.Datasets;
using Shares.Data.Items;
using Shares.Data.Store;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Shares.Bench.Scale.Build;

/// <summary>The datasets with all that goes with them in the table: about six items each, and the facets.</summary>
internal static class DatasetPart
{
    private const int Chunk = 500;

    public static void Fill(TableFile file, ScaleShape shape)
    {
        var progress = new Progress("datasets", shape.Datasets);
        var chunks = Enumerable.Range(0, shape.Datasets / Chunk).AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(chunk => Enumerable.Range(chunk * Chunk, Chunk).SelectMany(n => ItemsOf(shape.Dataset(n))).Select(TableFile.ToRow).ToList());
        foreach (var rows in chunks)
        {
            rows.ForEach(file.Insert);
            progress.Add(Chunk);
        }
    }

    public static IEnumerable<Item> ItemsOf(Dataset dataset) =>
    [
        DatasetItem.ToItem(dataset),
        DatasetIndexItem.ToItem(DatasetIndexItem.AllOf(dataset.ProjectId), dataset),
        .. DatasetIndexItem.ValuesOf(dataset).Select(value => DatasetIndexItem.ToItem(DatasetIndexItem.Partition(dataset.ProjectId, value), dataset)),
    ];

    public static async Task AddFacetsAsync(Table table, ScaleShape shape)
    {
        var facets = Enumerable.Range(0, shape.Datasets).Select(shape.Dataset)
            .SelectMany(dataset => DatasetIndexItem.ValuesOf(dataset).Select(value => (Value: value, Numbers: FacetNumbers.Of(dataset))))
            .AggregateBy(added => added.Value, default(FacetNumbers), (sum, added) => sum + added.Numbers);
        foreach (var (value, sum) in facets)
        {
            var batch = table.Batch().Update(FacetItem.KeyOf(ScaleIds.Publisher, value), FacetItem.Add(sum));
            if (!(await table.WriteAsync(batch, default)).IsCommitted) throw new InvalidOperationException($"The facet of {value} was not written.");
        }
    }
}
