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

    /// <summary>
    /// All shares that are one of these to the project, in no order: those that it publishes, and those that name it and have not expired.
    /// </summary>
    public async Task<IReadOnlyList<RelatedShare>> ListForProjectAsync(
        ProjectId project, IReadOnlySet<ShareType> types, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var candidates = await CandidatesAsync(project, types, null, false, null, ct).ToListAsync(ct);
        var shares = await FindManyAsync([.. candidates.Select(candidate => candidate.Position.Id)], ct);
        return
        [
            .. candidates
                .Where(candidate => shares.ContainsKey(candidate.Position.Id))
                .Select(candidate => Relate(candidate, shares[candidate.Position.Id], project, now))
                .OfType<RelatedShare>(),
        ];
    }

    /// <summary>The publisher's shares that a project has subscribed to, for the rules of access to decide about.</summary>
    public Task<IReadOnlyList<RelatedShare>> ListBetweenAsync(ProjectId publisher, ProjectId subscriber, CancellationToken ct) =>
        BetweenAsync(publisher, subscriber, relation => relation.Type == ShareType.Subscriber, ct);

    /// <summary>The same, with those that the project could subscribe to, and those that have expired or do not name it any more.</summary>
    public Task<IReadOnlyList<RelatedShare>> ListOfferedAsync(ProjectId publisher, ProjectId project, CancellationToken ct) =>
        BetweenAsync(publisher, project, _ => true, ct);

    /// <summary>Of a project that the share was offered to; its publisher has none.</summary>
    public async Task<Relation?> FindRelationAsync(ProjectId project, ProjectId publisher, ShareId share, CancellationToken ct) =>
        await table.GetAsync(RelationItem.KeyOf(project, publisher, share), ct) is { } item ? RelationItem.FromItem(item) : null;

    /// <summary>The projects that have subscribed and that the share names.</summary>
    public async Task<IReadOnlyList<Relation>> ListSubscriptionsAsync(Share share, CancellationToken ct)
    {
        var mirrors = table.QueryAsync(ShareItem.Partition(share.Id), SubscriberItem.Prefix, null, null, ct);
        return await mirrors
            .Select(item => SubscriberItem.FromItem(item, share))
            .Where(relation => share.SharedProjectIds.Contains(relation.ProjectId))
            .ToListAsync(ct);
    }

    /// <summary>How many shares the project publishes; no more than <paramref name="atMost"/> are counted.</summary>
    public Task<int> CountPublishedAsync(ProjectId project, int atMost, CancellationToken ct) =>
        CountAsync(project, PublishedItem.Prefix, atMost, ct);

    /// <summary>How many shares were offered to the project, accepted or not; no more than <paramref name="atMost"/> are counted.</summary>
    public Task<int> CountReceivedAsync(ProjectId project, int atMost, CancellationToken ct) => CountAsync(project, ShareItem.Prefix, atMost, ct);

    private async Task<int> CountAsync(ProjectId project, string beginning, int atMost, CancellationToken ct) =>
        await table.QueryAsync(ProjectItem.Partition(project), beginning, null, atMost, ct).Take(atMost).CountAsync(ct);

    private async Task<IReadOnlyList<RelatedShare>> BetweenAsync(
        ProjectId publisher, ProjectId project, Func<Relation, bool> where, CancellationToken ct)
    {
        var items = table.QueryAsync(ProjectItem.Partition(project), RelationItem.SortPrefix(publisher), null, null, ct);
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
