using Shares.Core.Audit;
using Shares.Core.Enforcing;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Audit;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

public sealed class UsageStore(Table table, TimeProvider time)
{
    /// <summary>Writes or replaces each by its id; not atomic.</summary>
    public Task RecordAsync(IReadOnlyList<ShareUsage> usages, CancellationToken ct) => table.PutManyAsync(usages.Select(UsageItem.ToItem), ct);

    /// <summary>A page of at most <paramref name="limit"/>, also of some that have ended, descending by id: the latest first.</summary>
    /// <param name="before">Not the one with this id, whether it is still there or not; null: from the latest.</param>
    public async Task<Page<ShareUsage>> ListLatestAsync(ShareId share, UsageId? before, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var start = before is { } id ? UsageItem.KeyOf(share, id).Sort : null;
        var items = table.QueryBackAsync(ShareItem.Partition(share), UsageItem.Prefix, start, limit + 1, ct);
        var found = await items.Take(limit + 1).Select(UsageItem.FromItem).ToListAsync(ct);
        return found.Count > limit ? new(found[..limit], found[limit - 1].Id.ToString()) : new(found, null);
    }

    /// <returns>Also some that have ended, see <see cref="ShareUsage.StatusAt"/>; by id, which is the order in which they were made, to the millisecond.</returns>
    public async Task<IReadOnlyList<ShareUsage>> ListAsync(ShareId share, CancellationToken ct) =>
        await table.QueryAsync(ShareItem.Partition(share), UsageItem.Prefix, null, null, ct).Select(UsageItem.FromItem).ToListAsync(ct);

    /// <summary>
    /// Ends a usage now: its execution gets no session for this share any more, and storage is to refuse those that it has. One
    /// transaction. Idempotent.
    /// </summary>
    /// <returns>The usage as it is now; NOT_FOUND when there is none.</returns>
    public Task<Result<ShareUsage>> CutOffAsync(Share share, UsageId id, Actor by, CancellationToken ct) => time.RetryAsync<ShareUsage>(async () =>
    {
        if (await table.GetAsync(UsageItem.KeyOf(share.Id, id), ct) is not { } item) return Failure.NotFound;
        var (usage, now) = (UsageItem.FromItem(item), time.GetUtcNow());
        if (usage.Status == UsageStatus.Ended) return usage;
        var ended = usage with { Status = UsageStatus.Ended, UpdatedAt = now };
        var subject = new Revoked.Execution(usage.ConsumingProjectId, usage.ExecutionId);
        var batch = table.Batch()
            .Put(UsageItem.ToItem(ended), Expr.Present)
            .Put(CutOffItem.ToItem(usage, now))
            .Put(RevocationRequestItem.ToItem(new(share.Id, subject, now)))
            .Log(GrantAudit.UsageRevoked(by, now, share, usage));
        return (await table.WriteAsync(batch, ct)).Wins(ended);
    }, ct);

    /// <summary>Those of the shares that the execution was cut off from.</summary>
    public async Task<IReadOnlySet<ShareId>> CutOffFromAsync(
        IEnumerable<ShareId> shares, ProjectId project, ExecutionId execution, CancellationToken ct)
    {
        var found = await table.GetManyAsync(shares.Select(share => CutOffItem.KeyOf(share, project, execution)), ct);
        return found.Values.Select(CutOffItem.ShareOf).ToHashSet();
    }

    /// <summary>The other usages of an execution that was cut off end with it.</summary>
    public async Task EndAsync(ShareId share, Revoked.Execution execution, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(execution);
        var now = time.GetUtcNow();
        bool IsOfIt(ShareUsage usage) => usage.ExecutionId == execution.ExecutionId && usage.ConsumingProjectId == execution.ProjectId;
        var open = (await ListAsync(share, ct)).Where(usage => IsOfIt(usage) && usage.Status == UsageStatus.Active);
        await RecordAsync([.. open.Select(usage => usage with { Status = UsageStatus.Ended, UpdatedAt = now })], ct);
    }
}
