using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Sharing;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// A share in its publisher's list: <c>PROJECT#{p}</c>, <c>PUBLISHED#{folded name}{tab}{s}</c>, so in the order of names. Nothing but its key;
/// moves in the share's own transactions. A tab is in no name and sorts before all that is, so that a name comes before its continuations,
/// and the name need not be escaped, which would change the order.
/// </summary>
public static class PublishedItem
{
    public const string Prefix = "PUBLISHED#";
    private const char Separator = '\t';

    public static Key KeyOf(Share share)
    {
        ArgumentNullException.ThrowIfNull(share);
        return new(ProjectItem.Partition(share.PublisherId), SortOf(NamePosition.Of(share)));
    }

    public static string SortOf(NamePosition position) => $"{Prefix}{position.FoldedName}{Separator}{position.Id}";

    public static Item ToItem(Share share) => KeyOf(share).ToItem();

    public static NamePosition PositionOf(Item item)
    {
        var sort = Key.Of(item).Sort;
        var end = sort.LastIndexOf(Separator);
        return NamePosition.Of(sort[Prefix.Length..end], UuidId.Parse<ShareId>(sort[(end + 1)..]));
    }
}
