using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

public sealed partial class ShareStore
{
    private WriteBatch Offer(Share share, ProjectId project, UserId by, DateTimeOffset at) =>
        table.Batch().Update(RelationItem.KeyOf(project, share), RelationItem.Offer(by, at));

    private WriteBatch Withdraw(Share share, ProjectId project) =>
        table.Batch().Delete(RelationItem.KeyOf(project, share)).Delete(SubscriberItem.KeyOf(share.Id, project));

    private static Item PublisherRelation(Share share) =>
        RelationItem.ToItem(new(share.PublisherId, share.PublisherId, share.Id, ShareType.Publisher, share.CreatedBy, share.CreatedAt));

    /// <summary>Moves what fits from the queue into the transaction. What belongs together stays together.</summary>
    private static void Fill(WriteBatch batch, Queue<WriteBatch> rest)
    {
        while (rest.TryPeek(out var next) && batch.Actions.Count + next.Actions.Count <= Table.ActionsPerTransaction)
        {
            batch.AddRange(rest.Dequeue().Actions);
        }
    }

    /// <summary>Writes relations in transactions of which each holds only while the share's item keeps the condition.</summary>
    /// <returns>False when it does not any more, or others were in the way for too long; the rest is not written.</returns>
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
                return outcome.Failed(0) ? false : null;
            }, ct);
            if (!written.Succeeded(out var holds, out _) || !holds) return false;
        }

        return true;
    }
}
