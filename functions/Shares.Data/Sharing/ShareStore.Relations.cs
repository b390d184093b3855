using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

public sealed partial class ShareStore
{
    /// <summary>Those first that give something, then those that take it away, then those that follow a name.</summary>
    private IEnumerable<WriteBatch> Relations(Share? old, Share next, Func<ProjectId, WriteBatch> offer)
    {
        var before = old?.SharedProjectIds ?? [];
        foreach (var project in next.SharedProjectIds.Except(before)) yield return offer(project);
        foreach (var project in before.Except(next.SharedProjectIds)) yield return Withdraw(next, project);
        if (old is null || old.Name == next.Name) yield break;
        foreach (var project in next.SharedProjectIds.Intersect(before)) yield return Rename(next, project);
    }

    private WriteBatch Offer(Share share, ProjectId project, UserId by, DateTimeOffset at, Expr? condition = null) =>
        table.Batch().Update(RelationItem.KeyOf(project, share), RelationItem.Offer(share, by, at), condition);

    /// <summary>Also where the relation itself has not been written yet.</summary>
    private WriteBatch Rename(Share share, ProjectId project) => Offer(share, project, share.CreatedBy, share.UpdatedAt);

    private WriteBatch Withdraw(Share share, ProjectId project) =>
        table.Batch().Delete(RelationItem.KeyOf(project, share)).Delete(SubscriberItem.KeyOf(share.Id, project));

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
