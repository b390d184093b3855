using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// An execution that the publisher has cut off from a share, for good: <c>SHARE#{s}</c>, <c>CUTOFF#{p}#{execution}</c>.
/// </summary>
public static class CutOffItem
{
    public static Key KeyOf(ShareId share, ProjectId project, ExecutionId execution) =>
        new(ShareItem.Partition(share), $"CUTOFF#{project}#{execution}");

    public static ShareId ShareOf(Item item) => UuidId.Parse<ShareId>(Key.Of(item).Partition[ShareItem.Prefix.Length..]);

    public static Item ToItem(ShareUsage usage, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return KeyOf(usage.ShareId, usage.ConsumingProjectId, usage.ExecutionId).ToItem().With("At", at);
    }
}
