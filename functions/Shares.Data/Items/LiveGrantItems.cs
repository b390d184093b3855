using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// The traces of a session that may be alive, one for each question: by share <c>SHARE#{s}</c>, <c>GRANT#{d}#{p}</c>; by dataset
/// <c>DATASET#{d}</c>, <c>GRANT#{s}</c>; by person <c>PROJECT#{p}#GRANTS#{user}</c>, <c>SHARE#{s}</c>. Overwritten by the next session of
/// the same kind; DynamoDB removes them some time after the end.
/// </summary>
public static class LiveGrantItems
{
    public const string Prefix = "GRANT#";

    public static string OfPerson(ProjectId project, UserId user) => $"{ProjectItem.Partition(project)}#GRANTS#{KeyText.Escape(user.ToString())}";

    public static IEnumerable<Item> ToItems(LiveGrant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        yield return Trace(new(ShareItem.Partition(grant.ShareId), $"{Prefix}{grant.DatasetId}#{grant.SubscriberId}"), grant);
        yield return Trace(new(DatasetItem.Partition(grant.DatasetId), $"{Prefix}{grant.ShareId}"), grant);
        if (grant.Person is { } user) yield return Trace(new(OfPerson(grant.SubscriberId, user), ShareItem.Partition(grant.ShareId)), grant);
    }

    public static DateTimeOffset IssuedAtOf(Item item) => item.Time("IssuedAt");

    /// <summary>Of a trace by share, which does not tell the person.</summary>
    public static LiveGrant OfShare(ShareId share, Item item)
    {
        var parts = Key.Of(item).Sort.Split('#');
        return new(share, UuidId.Parse<DatasetId>(parts[1]), UuidId.Parse<ProjectId>(parts[2]), null, IssuedAtOf(item));
    }

    /// <summary>Of a trace by dataset or by person.</summary>
    public static ShareId ShareOf(Item item) => UuidId.Parse<ShareId>(Key.Of(item).Sort.Split('#')[1]);

    private static Item Trace(Key key, LiveGrant grant) =>
        key.ToItem().With("IssuedAt", grant.IssuedAt).With("Expires", grant.Until.ToUnixTimeSeconds());
}
