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
    /// <summary>So many new projects fit the transaction of the edit that names them, whatever else it does.</summary>
    private const int MostOffersAtOnce = 90;

    private static readonly Failure SharingDisabled =
        new(ErrorCode.SharingDisabled, "The project does not allow its datasets to be shared; turn on isShareable in its settings first.");

    private static readonly Failure Taken = new(ErrorCode.AlreadyExists, "There is a share with this id already.");

    /// <summary>
    /// Writes the share with as many relations as fit one transaction, then the rest. If the program ends in between,
    /// <see cref="RepairAsync"/> writes it.
    /// </summary>
    /// <returns>SHARING_DISABLED when the publisher does not allow it at this moment.</returns>
    public async Task<Result<Share>> CreateAsync(Share share, Actor by, CancellationToken ct)
    {
        var next = share with { Enforcement = EnforcementSummary.Pending };
        var rest = new Queue<WriteBatch>(next.SharedProjectIds.Select(project => Offer(next, project, next.CreatedBy, next.CreatedAt)));
        var marks = new Queue<WriteBatch>(MarksMoved(null, next));
        var batch = table.Batch()
            .Put(ShareItem.ToItem(next), Expr.Absent)
            .Check(ProjectItem.KeyOf(next.PublisherId), new Expr("#IsShareable = :yes", new Item().With(":yes", true)))
            .Put(PublishedItem.ToItem(next))
            .Log(ShareAudit.Created(by, time.GetUtcNow(), next));
        MarkLimit(batch, null, next);
        Fill(batch, rest);
        Fill(batch, marks);
        var created = await time.RetryAsync<Share>(async () =>
        {
            var outcome = await table.WriteAsync(batch, ct);
            if (outcome.IsCommitted) return next;
            if (outcome.Failed(0)) return Taken;
            if (outcome.Failed(1)) return SharingDisabled;
            return null;
        }, ct);
        if (created.Failure is null) await WriteRestAsync(next.Id, Expr.VersionIs(next.Version), rest, marks, ct);
        return created;
    }

    /// <summary>A change that depends on the share alone.</summary>
    public Task<Result<Share>> UpdateAsync(
        ShareId id, long? expectedVersion, Actor by, Func<Share, Result<Share>> change, CancellationToken ct) =>
        UpdateAsync(id, expectedVersion, by, share => Task.FromResult(change(share)), ct);

    /// <summary>
    /// Reads, changes and writes until nobody came in between. Identity stays whatever the change makes of it, and so do the access
    /// points that Provisioning has recorded: of the enforcement an edit sets the state alone, to PENDING.
    /// </summary>
    /// <param name="by">A person, where projects come to be named in it: who offers them the share.</param>
    /// <param name="change">Asked again of the share that others have made of it meanwhile, so what it reads for it must be read anew.</param>
    public Task<Result<Share>> UpdateAsync(
        ShareId id, long? expectedVersion, Actor by, Func<Share, Task<Result<Share>>> change, CancellationToken ct)
    {
        var mustLook = false;
        return time.RetryAsync<Share>(async () =>
        {
            if (await FindWithSubscribersAsync(id, ct) is not ({ } current, var subscribers)) return Failure.NotFound;
            if (Versions.Mismatch(expectedVersion, current.Version) is { } mismatch) return mismatch;
            if (!(await change(current)).Succeeded(out var wanted, out var refused)) return refused;
            var next = wanted with
            {
                Id = current.Id,
                PublisherId = current.PublisherId,
                CreatedBy = current.CreatedBy,
                CreatedAt = current.CreatedAt,
                UpdatedAt = time.GetUtcNow(),
                Version = current.Version + 1,
                Enforcement = current.Enforcement with { State = EnforcementState.Pending },
            };
            var added = next.SharedProjectIds.Except(current.SharedProjectIds).ToList();
            var isMuch = added.Count > MostOffersAtOnce;
            if ((mustLook || isMuch) && !await ForgetEarlierAsync(current, added, ct)) return null;

            var onlyIf = isMuch ? null : RelationItem.IsNoSubscriber;
            var rest = new Queue<WriteBatch>(
                Relations(current, next, subscribers, project => Offer(next, project, by.UserOrThrow(), next.UpdatedAt, onlyIf)));
            var marks = new Queue<WriteBatch>(mustLook ? await MarksToMoveAsync(current, next, ct) : MarksMoved(current, next));
            var batch = Replace(current, next).Log(Audit(by, current, next, null));
            Fill(batch, rest);
            Fill(batch, marks);
            var outcome = await table.WriteAsync(batch, ct);
            mustLook = outcome.FailedConditions.Any(place => place > 0);
            if (!outcome.IsCommitted) return null;
            await WriteRestAsync(id, Expr.VersionIs(next.Version), rest, marks, ct);
            return next;
        }, ct);
    }

    /// <summary>The share goes with as many relations as fit one transaction, then the rest. Its enforcement stays for Provisioning.</summary>
    /// <returns>The share as it was.</returns>
    public Task<Result<Share>> DeleteAsync(ShareId id, long? expectedVersion, Actor by, CancellationToken ct)
    {
        var mustLook = false;
        return time.RetryAsync<Share>(async () =>
        {
            if (await FindWithSubscribersAsync(id, ct) is not ({ } current, var subscribers)) return Failure.NotFound;
            if (Versions.Mismatch(expectedVersion, current.Version) is { } mismatch) return mismatch;
            var rest = new Queue<WriteBatch>(current.SharedProjectIds.Select(project => Withdraw(current, project, subscribers.Contains(project))));
            var marks = new Queue<WriteBatch>(mustLook ? await MarksToMoveAsync(current, null, ct) : MarksMoved(current, null));
            var batch = table.Batch()
                .Delete(ShareItem.KeyOf(id), Expr.VersionIs(current.Version))
                .Delete(PublishedItem.KeyOf(current))
                .Log(ShareAudit.Deleted(by, time.GetUtcNow(), current));
            MarkLimit(batch, current, null);
            Fill(batch, rest);
            Fill(batch, marks);
            var outcome = await table.WriteAsync(batch, ct);
            mustLook = outcome.FailedConditions.Any(place => place > 0);
            if (!outcome.IsCommitted) return null;
            await WriteRestAsync(id, Expr.Absent, rest, marks, ct);
            return current;
        }, ct);
    }

    /// <summary>The share's own items: itself, and its places in the lists of its publisher and of shares with a limit.</summary>
    private WriteBatch Replace(Share current, Share next)
    {
        var update = Expr.Replace(ShareItem.Editable, ShareItem.ToItem(next), alsoSet: "#Enforcement.#State = :pending")
            .Where(":pending", AttributeWriting.Name(EnforcementState.Pending));
        var batch = table.Batch().Update(ShareItem.KeyOf(next.Id), update, Expr.VersionIs(current.Version));
        if (PublishedItem.KeyOf(current) != PublishedItem.KeyOf(next))
            batch.Delete(PublishedItem.KeyOf(current)).Put(PublishedItem.ToItem(next));
        return MarkLimit(batch, current, next);
    }

    /// <summary>
    /// A project that was taken out by a program that then ended may still have its old subscription. Named again it must accept
    /// again, so what is left is removed before the share names it. Where all new relations are in the transaction that names them, that
    /// is on condition that nothing is left, and this is needed only when something is.
    /// </summary>
    /// <returns>False when the share has moved on.</returns>
    private async Task<bool> ForgetEarlierAsync(Share current, List<ProjectId> added, CancellationToken ct)
    {
        var found = await table.GetManyAsync(added.Select(project => RelationItem.KeyOf(project, current)), ct);
        var stale = found.Values.Select(RelationItem.FromItem)
            .Select(relation => Withdraw(current, relation.ProjectId, relation.Type == ShareType.Subscriber));
        return await WriteWhileAsync(current.Id, Expr.VersionIs(current.Version), new(stale), ct);
    }
}
