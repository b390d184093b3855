using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

/// <summary>
/// An item that says that a share has something, and the count elsewhere that grows by one with it. Both are written in one transaction
/// on condition that the item comes or goes with it, so that a share is counted once, however often a step is repeated.
/// </summary>
/// <param name="Counted">Null where only the item is of use.</param>
internal sealed record Mark(Key Key, Key? Counted, Expr Up, Expr Down)
{
    /// <summary>Of the values that the share selects by, and of its keywords; by their keys.</summary>
    public static IReadOnlyDictionary<Key, Mark> Of(Share? share)
    {
        var marks = new Dictionary<Key, Mark>();
        foreach (var condition in share?.Selection.Conditions ?? [])
        {
            var key = SelectsItem.KeyOf(share!.PublisherId, condition, share.Id);
            Key? facet = condition.Field == SelectionField.DatasetId ? null : FacetItem.KeyOf(share.PublisherId, condition);
            marks[key] = new(key, facet, FacetItem.AddShares(1), FacetItem.AddShares(-1));
        }

        foreach (var keyword in share?.Keywords ?? [])
        {
            var key = KeywordItem.MarkOf(share!.Id, keyword);
            marks[key] = new(key, KeywordItem.KeyOf(keyword), KeywordItem.Add(keyword, 1), KeywordItem.Add(keyword, -1));
        }

        return marks;
    }

    public WriteBatch Set(WriteBatch batch)
    {
        batch.Put(Key.ToItem(), Expr.Absent);
        return Counted is { } count ? batch.Update(count, Up) : batch;
    }

    public WriteBatch Clear(WriteBatch batch)
    {
        batch.Delete(Key, Expr.Present);
        return Counted is { } count ? batch.Update(count, Down) : batch;
    }
}
