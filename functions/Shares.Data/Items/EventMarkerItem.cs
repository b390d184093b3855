using Shares.Core.Egress.Ledger;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// Says that a request is in the ledger, and where: <c>EVENT#{request}</c>, <c>META</c>. There is one for every download, and each stays under 1 KB,
/// what one write unit pays for. DynamoDB removes it some time after <see cref="EventMarker.Kept"/>.
/// </summary>
public static class EventMarkerItem
{
    public const string Prefix = "EVENT#";

    public static Key KeyOf(string request) => new($"{Prefix}{KeyText.Escape(request)}", Key.Meta);

    /// <summary>The marker is that of this record of the request, and of none that came after it.</summary>
    public static Expr HasRank(EventRank rank) => new("#Rank = :rank", new Item().With(":rank", TextOf(rank)));

    public static Item ToItem(EventMarker marker, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(marker);
        var (partition, sort) = LedgerRowKey.Of(marker.Row);
        return KeyOf(marker.Request).ToItem()
            .With("Rank", TextOf(marker.Rank))
            .With("RowPartition", partition)
            .With("RowSort", sort)
            .With(marker.Amount)
            .With("Expires", (now + EventMarker.Kept).ToUnixTimeSeconds());
    }

    public static EventMarker FromItem(Item item)
    {
        var rank = item.Text("Rank").Split('#');
        return new(
            KeyText.Unescape(Key.Of(item).Partition[Prefix.Length..]),
            new(rank[0] == "1", rank[1] == "1", Guid.ParseExact(rank[2], "N")),
            LedgerRowKey.RowOf(new(item.Text("RowPartition"), item.Text("RowSort"))),
            item.Amount());
    }

    /// <summary>Attributed, correction, and the id of the record.</summary>
    private static string TextOf(EventRank rank) => $"{(rank.IsAttributed ? 1 : 0)}#{(rank.IsUpdate ? 1 : 0)}#{rank.EventId:N}";
}
