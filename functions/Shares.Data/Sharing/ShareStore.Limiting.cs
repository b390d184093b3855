using System.Globalization;
using System.Runtime.CompilerServices;
using Shares.Core.Audit;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Audit;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

/// <summary>
/// Limits on egress. What changes here is the share alone, none of its relations or marks, so that it costs the same whatever the share's size;
/// Provisioning hears of it as of any other edit.
/// </summary>
public sealed partial class ShareStore
{
    private const int LimitedPerRead = 100;

    /// <summary>All shares that have a limit, or are suspended for one, by id.</summary>
    public async IAsyncEnumerable<Share> ListLimitedAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var items = table.QueryAsync(LimitedShareItem.Partition, null, null, null, ct);
        await foreach (var chunk in items.Select(LimitedShareItem.ShareOf).Chunk(LimitedPerRead).WithCancellation(ct))
        {
            var shares = await FindManyAsync(chunk, ct);
            foreach (var share in chunk.Select(id => shares.GetValueOrDefault(id)).OfType<Share>()) yield return share;
        }
    }

    /// <summary>
    /// Suspends the downloads of a share whose limit was reached; see <see cref="DownloadLimiting.Suspend"/> for when it does not. Idempotent. For
    /// the month that it is now, before <see cref="ResumeDownloadsAsync"/>: then downloads do not go on for a moment when a new month begins.
    /// </summary>
    /// <param name="reached">The limit that was found to be reached. When the share has another one by now, nothing happens.</param>
    /// <param name="used">What was found to be used, for the log.</param>
    /// <returns>Whether this call has done it.</returns>
    public Task<Result<bool>> SuspendDownloadsAsync(
        ShareId id, EgressLimit reached, EgressUse used, BillingPeriod period, Actor by, CancellationToken ct)
    {
        var note = string.Create(CultureInfo.InvariantCulture, $"{used.Bytes} bytes, about {used.Cost:0.00} {EgressLimit.Currency}, in {period}.");
        return SwitchDownloadsAsync(id, by, note, share => share.Suspend(reached, period, time.GetUtcNow()), ct);
    }

    /// <summary>Lets downloads go on that were suspended for an earlier month. Idempotent.</summary>
    /// <returns>Whether this call has done it.</returns>
    public Task<Result<bool>> ResumeDownloadsAsync(ShareId id, BillingPeriod current, Actor by, CancellationToken ct) =>
        SwitchDownloadsAsync(id, by, "The month is over.", share => share.ResumeIn(current), ct);

    /// <summary>A change of a share's limit, of its suspension, or of both. Other changes are lost.</summary>
    /// <param name="change">Asked again when others have changed the share meanwhile. The same share: nothing is written.</param>
    /// <param name="note">Why downloads go on, if they do, for the log.</param>
    public Task<Result<Share>> ChangeLimitAsync(
        ShareId id, long? expectedVersion, Actor by, string? note, Func<Share, Task<Result<Share>>> change, CancellationToken ct) => time.RetryAsync<Share>(async () =>
    {
        if (await FindAsync(id, ct) is not { } current) return Failure.NotFound;
        if (Versions.Mismatch(expectedVersion, current.Version) is { } mismatch) return mismatch;
        if (!(await change(current)).Succeeded(out var wanted, out var refused)) return refused;
        if ((wanted.EgressLimit, wanted.Suspension, wanted.LiftedPeriod) == (current.EgressLimit, current.Suspension, current.LiftedPeriod)) return current;
        var changed = current with { EgressLimit = wanted.EgressLimit, Suspension = wanted.Suspension, LiftedPeriod = wanted.LiftedPeriod };
        var next = changed.After(current) with
        {
            UpdatedAt = time.GetUtcNow(),
            Version = current.Version + 1,
            Enforcement = current.Enforcement with { State = EnforcementState.Pending },
        };
        return (await table.WriteAsync(Replace(current, next).Log(Audit(by, current, next, note)), ct)).Wins(next);
    }, ct);

    /// <param name="change">Null: there is nothing to do.</param>
    private async Task<Result<bool>> SwitchDownloadsAsync(ShareId id, Actor by, string note, Func<Share, Share?> change, CancellationToken ct)
    {
        var isDone = false;
        var result = await ChangeLimitAsync(id, null, by, note, share =>
        {
            var next = change(share);
            isDone = next is not null;
            return Task.FromResult<Result<Share>>(next ?? share);
        }, ct);
        return result.Failure is null or { Code: ErrorCode.NotFound } ? isDone && result.Failure is null : result.Failure;
    }

    private static AuditEvent?[] Audit(Actor by, Share before, Share after, string? note) =>
        [ShareAudit.Updated(by, after.UpdatedAt, before, after), ShareAudit.Suspension(by, after.UpdatedAt, before, after, note)];

    /// <summary>The share's place in the list of those with a limit.</summary>
    private static WriteBatch MarkLimit(WriteBatch batch, Share? before, Share? after)
    {
        bool IsListed(Share? share) => share is { EgressLimit: not null } or { Suspension: not null };
        return (IsListed(before), IsListed(after)) switch
        {
            (false, true) => batch.Put(LimitedShareItem.KeyOf(after!.Id).ToItem()),
            (true, false) => batch.Delete(LimitedShareItem.KeyOf(before!.Id)),
            _ => batch,
        };
    }
}
