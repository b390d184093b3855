using Shares.Core;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Datasets;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// A facet: <c>PROJECT#{p}#FACETS</c>, <c>{field}#{value}</c>. Nothing but sums, which move with what they count; all may be 0. Not in the
/// project's own partition, which who completes datasets has no business to write to.
/// </summary>
public static class FacetItem
{
    public static string Partition(ProjectId project) => $"{ProjectItem.Partition(project)}#FACETS";

    public static Key KeyOf(ProjectId project, Condition having) =>
        new(Partition(project), $"{ContractName.Of(having.Field)}#{KeyText.Escape(having.Value)}");

    /// <summary>One more or one less share that selects by it.</summary>
    public static Expr AddShares(long count) => new("ADD #UsedInShares :count", new Item().With(":count", count));

    public static long CountOf(Item? item) => item?.NumberOrNull("Count") ?? 0;

    public static Facet FromItem(Item item)
    {
        var parts = Key.Of(item).Sort.Split('#');
        return new(
            ContractName.Parse<SelectionField>(parts[0]),
            KeyText.Unescape(parts[1]),
            CountOf(item),
            item.NumberOrNull("Completed") ?? 0,
            new(item.NumberOrNull("Bytes") ?? 0),
            item.NumberOrNull("Files") ?? 0,
            item.NumberOrNull("UsedInShares") ?? 0);
    }

    public static Expr Add(FacetNumbers numbers) => new(
        "ADD #Count :count, #Completed :completed, #Bytes :bytes, #Files :files",
        new Item()
            .With(":count", numbers.Count)
            .With(":completed", numbers.Completed)
            .With(":bytes", numbers.Bytes)
            .With(":files", numbers.Files));
}
