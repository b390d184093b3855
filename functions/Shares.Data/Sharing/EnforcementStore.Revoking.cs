using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

public sealed partial class EnforcementStore
{
    /// <summary>
    /// Writes a record with more revocations, and tells the share that it is pending, and until when sessions may be refused: both or
    /// neither. The share must exist.
    /// </summary>
    public Task<bool> RevokeAsync(ShareId share, Enforcement before, Enforcement next, CancellationToken ct) =>
        WriteAsync(Replace(share, before, next).Update(ShareItem.KeyOf(share), Pending(next), Expr.Present), ct);

    /// <summary>
    /// The same where revocations do not fit any more: the share comes to want new generations of its access points, and so a new version.
    /// </summary>
    /// <param name="share">As it is now.</param>
    public Task<bool> RenewAsync(
        Share share, Enforcement before, Enforcement next, IReadOnlyCollection<AccessPointKind> renewed, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(share);
        ArgumentNullException.ThrowIfNull(renewed);
        var pending = Pending(next);
        var wanted = new Item(pending.Values)
            .With(":analyze", share.AnalyzeGeneration + (renewed.Contains(AccessPointKind.Analyze) ? 1 : 0))
            .With(":download", share.DownloadGeneration + (renewed.Contains(AccessPointKind.Download) ? 1 : 0))
            .With(":next", share.Version + 1);
        var update = new Expr(
            pending.Text.Replace("SET ", "SET #AnalyzeGeneration = :analyze, #DownloadGeneration = :download, #Version = :next, ", StringComparison.Ordinal),
            wanted);
        return WriteAsync(Replace(share.Id, before, next).Update(ShareItem.KeyOf(share.Id), update, Expr.VersionIs(share.Version)), ct);
    }

    /// <summary>Removes requests that are on record or need no recording; not those that were made anew.</summary>
    public async Task ForgetAsync(IReadOnlyCollection<RevocationRequest> requests, CancellationToken ct)
    {
        foreach (var chunk in requests.Chunk(Table.ActionsPerTransaction))
        {
            if (await WriteAsync(Forget(chunk), ct)) continue;
            foreach (var request in chunk) await WriteAsync(Forget([request]), ct);
        }
    }

    public Task AskForVerificationAsync(ShareId share, CancellationToken ct) =>
        table.PutManyAsync([VerificationRequestItem.ToItem(share, time.GetUtcNow())], ct);

    /// <summary>Removes the request unless it was made anew.</summary>
    public Task VerifiedAsync(ShareId share, DateTimeOffset askedAt, CancellationToken ct)
    {
        var unchanged = new Expr("#At = :at", new Item().With(":at", askedAt));
        return WriteAsync(table.Batch().Delete(VerificationRequestItem.KeyOf(share), unchanged), ct);
    }

    private static Expr Pending(Enforcement next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var state = new Item().With(":pending", EnforcementState.Pending);
        return next.Revocations.Latest is { } until
            ? new("SET #Enforcement.#State = :pending, #Enforcement.#RevokedUntil = :until", state.With(":until", until))
            : new("SET #Enforcement.#State = :pending REMOVE #Enforcement.#RevokedUntil", state);
    }

    private WriteBatch Forget(IEnumerable<RevocationRequest> requests)
    {
        var batch = table.Batch();
        foreach (var request in requests)
            batch.Delete(RevocationRequestItem.KeyOf(request.ShareId, request.Subject), RevocationRequestItem.Unchanged(request));
        return batch;
    }
}
