using Shares.Core;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// What a share is to a project: <c>PROJECT#{p}</c>, <c>SHARE#{publisher}#{s}</c>. Authority on whether the project has subscribed.
/// </summary>
public static class RelationItem
{
    public static string SortPrefix(ProjectId publisher) => $"{ShareItem.Prefix}{publisher}#";

    public static Key KeyOf(ProjectId project, ProjectId publisher, ShareId share) =>
        new(ProjectItem.Partition(project), $"{SortPrefix(publisher)}{share}");

    public static Key KeyOf(ProjectId project, Share share)
    {
        ArgumentNullException.ThrowIfNull(share);
        return KeyOf(project, share.PublisherId, share.Id);
    }

    /// <summary>Makes the share available to a project that has no relation to it; whatever relation there is stays.</summary>
    public static Expr Offer(UserId by, DateTimeOffset at) => new(
        "SET #Type = if_not_exists(#Type, :type), #By = if_not_exists(#By, :by), #At = if_not_exists(#At, :at)",
        new Item().With(":type", ShareType.Available).With(":by", by.ToString()).With(":at", at));

    public static Expr IsSubscriber(bool holds) =>
        new(
            holds ? "#Type = :subscriber" : $"attribute_not_exists(#{Key.PartitionName}) OR #Type <> :subscriber",
            new Item().With(":subscriber", ShareType.Subscriber));

    public static Item ToItem(Relation relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return KeyOf(relation.ProjectId, relation.PublisherId, relation.ShareId).ToItem()
            .With("Type", relation.Type)
            .With("By", relation.By.ToString())
            .With("At", relation.At);
    }

    public static Relation FromItem(Item item)
    {
        var key = Key.Of(item);
        var parts = key.Sort.Split('#');
        return new(
            UuidId.Parse<ProjectId>(key.Partition[ProjectItem.Prefix.Length..]),
            UuidId.Parse<ProjectId>(parts[1]),
            UuidId.Parse<ShareId>(parts[2]),
            ContractName.Parse<ShareType>(item.Text("Type")),
            item.User("By"),
            item.Time("At"));
    }
}
