using Shares.Core;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Datasets;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>How many datasets of a project have a value: <c>PROJECT#{p}</c>, <c>FACET#{field}#{value}</c>. May say 0.</summary>
public static class FacetItem
{
    public const string Prefix = "FACET#";

    public static Key KeyOf(ProjectId project, Condition having) =>
        new(ProjectItem.Partition(project), $"{Prefix}{ContractName.Of(having.Field)}#{KeyText.Escape(having.Value)}");

    public static Expr Add(long count) => new("ADD #Count :count", new Item().With(":count", count));

    public static long CountOf(Item? item) => item?.Number("Count") ?? 0;

    public static Facet FromItem(Item item)
    {
        var parts = Key.Of(item).Sort.Split('#');
        return new(ContractName.Parse<SelectionField>(parts[1]), KeyText.Unescape(parts[2]), CountOf(item));
    }
}
