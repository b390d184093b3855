using Shares.Core.Audit;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Audit;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

public sealed partial class ShareStore
{
    /// <summary>One transaction: the share names the project and has not expired, the relation and its mirror. Idempotent.</summary>
    /// <returns>The relation; NOT_FOUND when the share is gone, has expired or does not name the project.</returns>
    public Task<Result<Relation>> SubscribeAsync(
        Share share, ProjectId subscriber, Actor by, CancellationToken ct) => time.RetryAsync<Relation>(async () =>
    {
        var now = time.GetUtcNow();
        var relation = new Relation(subscriber, share.PublisherId, share.Id, ShareType.Subscriber, by.UserOrThrow(), now);
        var outcome = await table.WriteAsync(table.Batch()
            .Check(ShareItem.KeyOf(share.Id), ShareItem.OffersTo(subscriber, now))
            .Put(RelationItem.ToItem(relation), RelationItem.IsSubscriber(false))
            .Put(SubscriberItem.ToItem(relation))
            .Log(ShareAudit.Subscribed(by, now, share, subscriber)), ct);
        if (outcome.IsCommitted) return relation;
        if (outcome.Failed(0)) return Failure.NotFound;
        if (!outcome.Failed(1)) return null;
        var before = await FindRelationAsync(subscriber, share.PublisherId, share.Id, ct);
        if (before?.Type == ShareType.Subscriber) return before;
        return null;
    }, ct);

    /// <summary>The projects that have subscribed and that the share names.</summary>
    public async Task<IReadOnlyList<Relation>> ListSubscriptionsAsync(Share share, CancellationToken ct)
    {
        var mirrors = table.QueryAsync(ShareItem.Partition(share.Id), SubscriberItem.Prefix, null, null, ct);
        return await mirrors.Select(item => SubscriberItem.FromItem(item, share)).Where(each => share.SharedProjectIds.Contains(each.ProjectId)).ToListAsync(ct);
    }

    /// <summary>
    /// One transaction: the mirror goes, and the relation goes back to AVAILABLE, or goes too when the share does not name the project
    /// any more. Idempotent.
    /// </summary>
    /// <returns>The relation, AVAILABLE also when it is gone; NOT_FOUND when there was none.</returns>
    public Task<Result<Relation>> UnsubscribeAsync(
        Share share, ProjectId subscriber, Actor by, CancellationToken ct) => time.RetryAsync<Relation>(async () =>
    {
        var (shareKey, relationKey) = (ShareItem.KeyOf(share.Id), RelationItem.KeyOf(subscriber, share));
        var found = await table.GetManyAsync([shareKey, relationKey], ct);
        if (!found.TryGetValue(relationKey, out var item)) return Failure.NotFound;
        var before = RelationItem.FromItem(item);
        if (before.Type != ShareType.Subscriber) return before;

        var after = before with { Type = ShareType.Available, By = by.UserOrThrow(), At = time.GetUtcNow() };
        var isNamed = found.TryGetValue(shareKey, out var meta) && ShareItem.FromItem(meta).SharedProjectIds.Contains(subscriber);
        var batch = table.Batch()
            .Check(shareKey, isNamed ? ShareItem.Names(subscriber) : ShareItem.NoLongerNames(subscriber))
            .Delete(SubscriberItem.KeyOf(share.Id, subscriber))
            .Log(ShareAudit.Unsubscribed(by, after.At, share, subscriber));
        if (isNamed) batch.Put(RelationItem.ToItem(after), RelationItem.IsSubscriber(true));
        else batch.Delete(relationKey);
        return (await table.WriteAsync(batch, ct)).Wins(after);
    }, ct);
}
