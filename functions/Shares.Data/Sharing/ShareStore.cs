using Shares.Core.Access;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

/// <summary>
/// Shares, and what they are to projects. The share itself is the authority on what is shared with whom; a relation alone is the
/// authority on whether a project has subscribed. No list trusts a relation without its share.
/// </summary>
public sealed partial class ShareStore(Table table, TimeProvider time)
{
    public async Task<Share?> FindAsync(ShareId id, CancellationToken ct) =>
        await table.GetAsync(ShareItem.KeyOf(id), ct) is { } item ? ShareItem.FromItem(item) : null;

    public async Task<IReadOnlyDictionary<ShareId, Share>> FindManyAsync(IReadOnlyCollection<ShareId> ids, CancellationToken ct)
    {
        var items = await table.GetManyAsync(ids.Select(ShareItem.KeyOf), ct);
        return items.Values.Select(ShareItem.FromItem).ToDictionary(share => share.Id);
    }

    /// <summary>The shares that a project publishes, and those that name it and have not expired.</summary>
    public async Task<IReadOnlyList<RelatedShare>> ListForProjectAsync(ProjectId project, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var related = await RelatedAsync(project, ShareItem.Prefix, _ => true, ct);
        bool IsOffered(Share share) => share.SharedProjectIds.Contains(project) && !share.IsExpired(now);
        return [.. related.Where(each => each.Share.PublisherId == project || IsOffered(each.Share))];
    }

    /// <summary>The publisher's shares that a project has subscribed to, for the rules of access to decide about.</summary>
    public Task<IReadOnlyList<RelatedShare>> ListBetweenAsync(ProjectId publisher, ProjectId subscriber, CancellationToken ct) =>
        RelatedAsync(subscriber, RelationItem.SortPrefix(publisher), relation => relation.Type == ShareType.Subscriber, ct);

    /// <summary>The same, with those that the project could subscribe to, and those that have expired or do not name it any more.</summary>
    public Task<IReadOnlyList<RelatedShare>> ListOfferedAsync(ProjectId publisher, ProjectId project, CancellationToken ct) =>
        RelatedAsync(project, RelationItem.SortPrefix(publisher), _ => true, ct);

    public async Task<Relation?> FindRelationAsync(ProjectId project, ProjectId publisher, ShareId share, CancellationToken ct) =>
        await table.GetAsync(RelationItem.KeyOf(project, publisher, share), ct) is { } item ? RelationItem.FromItem(item) : null;

    private async Task<IReadOnlyList<RelatedShare>> RelatedAsync(
        ProjectId project, string beginning, Func<Relation, bool> where, CancellationToken ct)
    {
        var items = table.QueryAsync(ProjectItem.Partition(project), beginning, null, null, ct);
        var relations = await items.Select(RelationItem.FromItem).Where(where).ToListAsync(ct);
        var shares = await FindManyAsync([.. relations.Select(relation => relation.ShareId)], ct);
        return
        [
            .. from relation in relations
               where shares.ContainsKey(relation.ShareId)
               select new RelatedShare(shares[relation.ShareId], relation),
        ];
    }
}
