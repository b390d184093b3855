using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>Mirror of a subscriber's relation, on the share's side: <c>SHARE#{s}</c>, <c>SUBSCRIBER#{p}</c>.</summary>
public static class SubscriberItem
{
    public const string Prefix = "SUBSCRIBER#";

    /// <summary>Sorts after the mirrors of all projects.</summary>
    public const string LastSort = "SUBSCRIBER$";

    public static Key KeyOf(ShareId share, ProjectId project) => new(ShareItem.Partition(share), $"{Prefix}{project}");

    public static Item ToItem(Relation relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return KeyOf(relation.ShareId, relation.ProjectId).ToItem().With("By", relation.By.ToString()).With("At", relation.At);
    }

    public static Relation FromItem(Item item, Share share)
    {
        ArgumentNullException.ThrowIfNull(share);
        return new(ProjectOf(item), share.PublisherId, share.Id, ShareType.Subscriber, item.User("By"), item.Time("At"));
    }

    public static ProjectId ProjectOf(Item item) => UuidId.Parse<ProjectId>(Key.Of(item).Sort[Prefix.Length..]);
}
