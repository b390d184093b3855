using Shares.Core.Ids;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// Says that storage has to do with a share, and when to look at it again: <c>STORAGE</c>, <c>SHARE#{s}</c>. Written and removed with the
/// share's enforcement.
/// </summary>
public static class KeptShareItem
{
    /// <summary>Shares and buckets alike: everything that is kept as it must be.</summary>
    public const string Partition = "STORAGE";

    public static Key KeyOf(ShareId share) => new(Partition, ShareItem.Partition(share));

    public static Item ToItem(ShareId share, DateTimeOffset dueAt) => KeyOf(share).ToItem().With("DueAt", dueAt);

    public static (ShareId Share, DateTimeOffset DueAt) FromItem(Item item) =>
        (UuidId.Parse<ShareId>(Key.Of(item).Sort[ShareItem.Prefix.Length..]), item.Time("DueAt"));
}
