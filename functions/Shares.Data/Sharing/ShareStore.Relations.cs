using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

public sealed partial class ShareStore
{
    /// <summary>What comes first, then what goes, then what only follows the name.</summary>
    private IEnumerable<WriteBatch> Relations(Share old, Share next, HashSet<ProjectId> subscribers, Func<ProjectId, WriteBatch> offer)
    {
        foreach (var project in next.SharedProjectIds.Except(old.SharedProjectIds)) yield return offer(project);
        foreach (var project in old.SharedProjectIds.Except(next.SharedProjectIds))
            yield return Withdraw(old, project, subscribers.Contains(project));
        if (old.Name == next.Name) yield break;
        foreach (var project in next.SharedProjectIds.Intersect(old.SharedProjectIds)) yield return Rename(next, project);
    }

    /// <summary>A share and who has subscribed to it, in one reading. Null when there is no such share.</summary>
    private async Task<(Share? Share, HashSet<ProjectId> Subscribers)> FindWithSubscribersAsync(ShareId id, CancellationToken ct)
    {
        var items = await table.QueryBetweenAsync(ShareItem.Partition(id), Key.Meta, SubscriberItem.LastSort, ct).ToListAsync(ct);
        var share = items.Find(item => Key.Of(item).Sort == Key.Meta);
        return (
            share is null ? null : ShareItem.FromItem(share),
            [.. items.Where(item => Key.Of(item).Sort.StartsWith(SubscriberItem.Prefix, StringComparison.Ordinal)).Select(SubscriberItem.ProjectOf)]);
    }

    private WriteBatch Offer(Share share, ProjectId project, UserId by, DateTimeOffset at, Expr? condition = null) =>
        table.Batch().Update(RelationItem.KeyOf(project, share), RelationItem.Offer(share, by, at), condition);

    /// <summary>Also where the relation itself has not been written yet.</summary>
    private WriteBatch Rename(Share share, ProjectId project) => Offer(share, project, share.CreatedBy, share.UpdatedAt);

    /// <summary>
    /// A subscription goes with its mirror. Of a project that has not subscribed there is half as much to delete, on condition that it
    /// still has not.
    /// </summary>
    private WriteBatch Withdraw(Share share, ProjectId project, bool hasSubscribed)
    {
        var relation = RelationItem.KeyOf(project, share);
        return hasSubscribed
            ? table.Batch().Delete(relation).Delete(SubscriberItem.KeyOf(share.Id, project))
            : table.Batch().Delete(relation, RelationItem.IsNoSubscriber);
    }

    /// <summary>Moves what fits from the queue into the transaction. What belongs together stays together.</summary>
    private static void Fill(WriteBatch batch, Queue<WriteBatch> rest)
    {
        while (rest.TryPeek(out var next) && batch.Actions.Count + next.Actions.Count <= Table.ActionsPerTransaction)
        {
            batch.AddRange(rest.Dequeue().Actions);
        }
    }

    /// <summary>
    /// What did not fit the first transaction: relations before marks, whose own conditions can fail where an earlier program has left
    /// something. What stays undone, <see cref="RepairAsync"/> does.
    /// </summary>
    private async Task WriteRestAsync(
        ShareId share, Expr condition, Queue<WriteBatch> relations, Queue<WriteBatch> marks, CancellationToken ct)
    {
        if (await WriteWhileAsync(share, condition, relations, ct)) await WriteWhileAsync(share, condition, marks, ct);
    }

    /// <summary>Writes in transactions of which each holds only while the share's item keeps the condition.</summary>
    /// <returns>False when a condition does not hold, or others were in the way for too long; the rest is not written.</returns>
    private async Task<bool> WriteWhileAsync(ShareId share, Expr condition, Queue<WriteBatch> rest, CancellationToken ct)
    {
        while (rest.Count > 0)
        {
            var batch = table.Batch().Check(ShareItem.KeyOf(share), condition);
            Fill(batch, rest);
            var written = await time.RetryAsync<bool>(async () =>
            {
                var outcome = await table.WriteAsync(batch, ct);
                if (outcome.IsCommitted) return true;
                return outcome.FailedConditions.Count > 0 ? false : null;
            }, ct);
            if (!written.Succeeded(out var holds, out _) || !holds) return false;
        }

        return true;
    }
}
