using System.Runtime.CompilerServices;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Datasets;

/// <summary>Finds the datasets that a selection holds, at a cost that grows with what is selected and not with the project.</summary>
public sealed class SelectionReader(Table table)
{
    private const int NamedPerRead = 25;
    private const int SmallestPage = 10;

    /// <summary>The publisher's datasets that the selection holds, ascending by id, read as far as the caller goes on asking.</summary>
    public IAsyncEnumerable<DatasetSummary> SelectAsync(
        ProjectId publisher, Selection selection, DatasetId? after, int pageSize, CancellationToken ct) =>
        CandidatesAsync(publisher, [selection], [], after, pageSize, ct).Where(selection.Matches);

    /// <summary>
    /// What has to be looked at to know what the selections hold: every dataset that one of them holds, each once, and others. Ascending
    /// by id, read as far as the caller goes on asking, so that a caller can bound what a request costs.
    /// </summary>
    /// <param name="having">Datasets that lack one of these values may be left out.</param>
    public async IAsyncEnumerable<DatasetSummary> CandidatesAsync(
        ProjectId publisher,
        IReadOnlyList<Selection> selections,
        IReadOnlyList<Condition> having,
        DatasetId? after,
        int pageSize,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var partitions = new HashSet<string>();
        foreach (var selection in selections) partitions.UnionWith(await RarestPartitionsAsync(publisher, FieldsOf(selection, having), ct));
        var pageOfEach = Math.Max(SmallestPage, pageSize / Math.Max(1, partitions.Count));
        var start = after is { } id ? DatasetIndexItem.SortOf(id) : null;
        var named = selections.SelectMany(selection => selection.Values(SelectionField.DatasetId));
        var lists = partitions
            .Select(partition => table.QueryAsync(partition, null, start, pageOfEach, ct).Select(DatasetIndexItem.FromItem))
            .Append(NamedAsync(publisher, named.Distinct(), after, ct));
        await foreach (var dataset in SortedMerge.Of(lists, ct)) yield return dataset;
    }

    /// <summary>
    /// The project's datasets that have all of the values, and others, whatever their status; not those that are deleted. Ascending by
    /// id, read as far as the caller goes on asking.
    /// </summary>
    /// <param name="having">At least one.</param>
    public async IAsyncEnumerable<DatasetSummary> HavingAsync(
        ProjectId project, IReadOnlyList<Condition> having, DatasetId? after, int pageSize, [EnumeratorCancellation] CancellationToken ct)
    {
        var partitions = await RarestPartitionsAsync(project, [.. having.Select(value => new List<Condition> { value })], ct);
        if (partitions is not [var partition]) yield break;
        var start = after is { } id ? DatasetIndexItem.SortOf(id) : null;
        await foreach (var item in table.QueryAsync(partition, null, start, pageSize, ct)) yield return DatasetIndexItem.FromItem(item);
    }

    /// <summary>What every dataset must have one of, for it to be selected and have the other values; nothing when nothing is selected by values.</summary>
    private static List<List<Condition>> FieldsOf(Selection selection, IReadOnlyList<Condition> having)
    {
        var fields = selection.RequiredFields.Select(field => selection.Values(field).Select(value => new Condition(field, value)).ToList()).ToList();
        return fields.Count == 0 ? [] : [.. fields, .. having.Select(value => new List<Condition> { value })];
    }

    /// <summary>
    /// The partitions to read: those of the values of one field that every wanted dataset must have, of the field with the fewest
    /// datasets by the counts, without the values that no dataset has.
    /// </summary>
    private async Task<IReadOnlyList<string>> RarestPartitionsAsync(ProjectId publisher, List<List<Condition>> fields, CancellationToken ct)
    {
        if (fields is [[var only]]) return [DatasetIndexItem.Partition(publisher, only)];

        var facets = await table.GetManyAsync(fields.SelectMany(values => values).Select(value => FacetItem.KeyOf(publisher, value)), ct);
        long Count(Condition value) => FacetItem.CountOf(facets.GetValueOrDefault(FacetItem.KeyOf(publisher, value)));
        var rarest = fields.MinBy(values => values.Sum(Count)) ?? [];
        return [.. rarest.Where(value => Count(value) > 0).Select(value => DatasetIndexItem.Partition(publisher, value))];
    }

    /// <summary>The datasets that DATASET_ID conditions name, if they are the publisher's.</summary>
    private async IAsyncEnumerable<DatasetSummary> NamedAsync(
        ProjectId publisher, IEnumerable<string> named, DatasetId? after, [EnumeratorCancellation] CancellationToken ct)
    {
        var ids = named
            .Select(value => UuidId.TryParse<DatasetId>(value, out var id) ? id : (DatasetId?)null)
            .OfType<DatasetId>()
            .Where(id => after is null || id.Value > after.Value.Value)
            .OrderBy(id => id.Value);
        foreach (var chunk in ids.Chunk(NamedPerRead))
        {
            var found = await table.GetManyAsync(chunk.Select(DatasetItem.KeyOf), ct);
            foreach (var item in chunk.Select(id => found.GetValueOrDefault(DatasetItem.KeyOf(id))).OfType<Item>())
            {
                var dataset = DatasetItem.FromItem(item);
                if (dataset.ProjectId == publisher) yield return DatasetIndexItem.Summary(dataset);
            }
        }
    }
}
