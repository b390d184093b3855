using Shares.Core.Ids;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// Says that a share has a limit on its egress, or is still suspended for one: <c>EGRESSLIMIT</c>, <c>SHARE#{s}</c>. Nothing but its key; moves in
/// the share's own transactions.
/// </summary>
public static class LimitedShareItem
{
    public const string Partition = "EGRESSLIMIT";

    public static Key KeyOf(ShareId share) => new(Partition, ShareItem.Partition(share));

    public static ShareId ShareOf(Item item) => UuidId.Parse<ShareId>(Key.Of(item).Sort[ShareItem.Prefix.Length..]);
}
