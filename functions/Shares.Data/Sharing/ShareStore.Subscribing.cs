using Shares.Core.Audit;
using Shares.Core.Enforcing;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Audit;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

/// <summary>
/// Subscribing and leaving are decided at the relation alone, so that they cost the same whatever the size of the share: an edit that
/// takes a project out removes its relation, and gives access no longer from the edit itself on, whatever the relation says.
/// </summary>
public sealed partial class ShareStore
{
    /// <summary>One transaction: the relation that offers the share becomes a subscription, with its mirror. Idempotent.</summary>
    /// <param name="share">As just read.</param>
    /// <returns>The relation; NOT_FOUND when the share is gone, has expired or does not name the project.</returns>
    public Task<Result<Relation>> SubscribeAsync(
        Share share, ProjectId subscriber, Actor by, CancellationToken ct) => time.RetryAsync<Relation>(async () =>
    {
        var now = time.GetUtcNow();
        if (!Offers(share, subscriber, now)) return Failure.NotFound;
        var relation = new Relation(subscriber, share.PublisherId, share.Id, ShareType.Subscriber, by.UserOrThrow(), now);
        var outcome = await table.WriteAsync(table.Batch()
            .Update(RelationItem.KeyOf(subscriber, share), RelationItem.Become(relation), RelationItem.IsAvailable)
            .Put(SubscriberItem.ToItem(relation))
            .Log(ShareAudit.Subscribed(by, now, share, subscriber)), ct);
        if (outcome.IsCommitted) return relation;
        if (!outcome.Failed(0)) return null;
        var before = await FindRelationAsync(subscriber, share.PublisherId, share.Id, ct);
        if (before?.Type == ShareType.Subscriber) return before;
        return before is null ? await SubscribeUnofferedAsync(relation, by, ct) : null;
    }, ct);

    /// <summary>
    /// One transaction: the mirror goes, and the relation goes back to AVAILABLE, or goes too when the share does not name the project
    /// any more; and storage is to refuse the sessions that are out. Idempotent.
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
            .Delete(SubscriberItem.KeyOf(share.Id, subscriber))
            .Put(RevocationRequestItem.ToItem(new(share.Id, new Revoked.Subscriber(subscriber), after.At)))
            .Log(ShareAudit.Unsubscribed(by, after.At, share, subscriber));
        if (isNamed) batch.Update(relationKey, RelationItem.Become(after), RelationItem.IsStill(before));
        else batch.Delete(relationKey, RelationItem.IsStill(before));
        return (await table.WriteAsync(batch, ct)).Wins(after);
    }, ct);

    /// <summary>The share may name the project already while its relation is still being written, or waits to be repaired.</summary>
    /// <returns>Null when the share changes meanwhile.</returns>
    private async Task<Result<Relation>?> SubscribeUnofferedAsync(Relation relation, Actor by, CancellationToken ct)
    {
        if (await FindAsync(relation.ShareId, ct) is not { } share || !Offers(share, relation.ProjectId, relation.At)) return Failure.NotFound;
        var outcome = await table.WriteAsync(table.Batch()
            .Check(ShareItem.KeyOf(share.Id), Expr.VersionIs(share.Version))
            .Put(RelationItem.ToItem(relation, share.Name), Expr.Absent)
            .Put(SubscriberItem.ToItem(relation))
            .Log(ShareAudit.Subscribed(by, relation.At, share, relation.ProjectId)), ct);
        return outcome.Wins(relation);
    }

    private static bool Offers(Share share, ProjectId project, DateTimeOffset now) =>
        share.SharedProjectIds.Contains(project) && !share.IsExpired(now);
}
