using Shares.Core;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// What a share is to a project that it was offered to: <c>PROJECT#{p}</c>, <c>SHARE#{publisher}#{s}</c>, AVAILABLE or SUBSCRIBER.
/// Authority on whether the project has subscribed. Carries a copy of the share's name, to find a page of a list by.
/// </summary>
public static class RelationItem
{
    /// <summary>Offered, and not accepted.</summary>
    public static readonly Expr IsAvailable = new("#Type = :available", new Item().With(":available", ShareType.Available));

    /// <summary>Nothing, or not accepted.</summary>
    public static readonly Expr IsNoSubscriber = new(
        $"attribute_not_exists(#{Key.PartitionName}) OR #Type <> :subscriber", new Item().With(":subscriber", ShareType.Subscriber));

    public static string SortPrefix(ProjectId publisher) => $"{ShareItem.Prefix}{publisher}#";

    public static Key KeyOf(ProjectId project, ProjectId publisher, ShareId share) =>
        new(ProjectItem.Partition(project), $"{SortPrefix(publisher)}{share}");

    public static Key KeyOf(ProjectId project, Share share)
    {
        ArgumentNullException.ThrowIfNull(share);
        return KeyOf(project, share.PublisherId, share.Id);
    }

    /// <summary>
    /// Makes the share available to a project that has no relation to it, and leaves a relation that there is as it is; the name
    /// becomes the share's either way.
    /// </summary>
    public static Expr Offer(Share share, UserId by, DateTimeOffset at) => new(
        "SET #Name = :name, #Type = if_not_exists(#Type, :type), #By = if_not_exists(#By, :by), #At = if_not_exists(#At, :at)",
        new Item().With(":name", share.Name).With(":type", ShareType.Available).With(":by", by.ToString()).With(":at", at));

    /// <summary>Makes a relation that is there this one. Its name stays: who changes the share sees to that.</summary>
    public static Expr Become(Relation relation) => new(
        "SET #Type = :type, #By = :by, #At = :at",
        new Item().With(":type", relation.Type).With(":by", relation.By.ToString()).With(":at", relation.At));

    /// <summary>As it was read, and none that came after it.</summary>
    public static Expr IsStill(Relation relation) =>
        new("#Type = :typeThen AND #At = :atThen", new Item().With(":typeThen", relation.Type).With(":atThen", relation.At));

    public static Item ToItem(Relation relation, string name)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return KeyOf(relation.ProjectId, relation.PublisherId, relation.ShareId).ToItem()
            .With("Type", relation.Type)
            .With("By", relation.By.ToString())
            .With("At", relation.At)
            .With("Name", name);
    }

    public static string NameOf(Item item) => item.Text("Name");

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
