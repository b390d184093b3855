using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

/// <summary>A share's enforcement with what waits to get into it.</summary>
/// <param name="Record">Null before Provisioning began, and after the share and all of its access points are gone.</param>
/// <param name="VerificationAskedAt">When somebody asked for storage to be compared; null when that was worked off.</param>
public sealed record EnforcementFile(Enforcement? Record, IReadOnlyList<RevocationRequest> Requests, DateTimeOffset? VerificationAskedAt);

/// <summary>
/// The records of how storage enforces shares. Every write names what it was made from and is refused (false) when somebody else has
/// written meanwhile; then nothing was written.
/// </summary>
public sealed partial class EnforcementStore(Table table, TimeProvider time)
{
    public async Task<Enforcement?> FindAsync(ShareId share, CancellationToken ct) =>
        await table.GetAsync(EnforcementItem.KeyOf(share), ct) is { } item ? EnforcementItem.FromItem(item) : null;

    public async Task<EnforcementFile> ReadAsync(ShareId share, CancellationToken ct)
    {
        var file = new EnforcementFile(null, [], null);
        await foreach (var item in table.QueryAsync(ShareItem.Partition(share), EnforcementItem.Sort, null, null, ct))
        {
            var sort = Key.Of(item).Sort;
            if (sort == EnforcementItem.Sort) file = file with { Record = EnforcementItem.FromItem(item) };
            else if (sort == VerificationRequestItem.Sort) file = file with { VerificationAskedAt = VerificationRequestItem.AtOf(item) };
            else file = file with { Requests = [.. file.Requests, RevocationRequestItem.FromItem(item)] };
        }

        return file;
    }

    /// <summary>Writes the record, and the summary into the share without touching its version: both or neither.</summary>
    /// <param name="before">What it was made from; null when there was none.</param>
    /// <param name="summary">Null leaves the share as it is, and works also when it is gone; else the share must be at the record's version.</param>
    public Task<bool> ReplaceAsync(ShareId share, Enforcement? before, Enforcement next, EnforcementSummary? summary, CancellationToken ct)
    {
        var batch = Replace(share, before, next);
        if (summary is not null)
        {
            var set = new Expr("SET #Enforcement = :summary", new Item().With(":summary", EnforcementSummaryMap.Write(summary)));
            batch.Update(ShareItem.KeyOf(share), set, Expr.VersionIs(next.ShareVersion));
        }

        return WriteAsync(batch, ct);
    }

    /// <summary>Once nothing is left of the share in storage.</summary>
    public Task<bool> RemoveAsync(ShareId share, Enforcement before, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(before);
        var batch = table.Batch()
            .Check(ShareItem.KeyOf(share), Expr.Absent)
            .Delete(EnforcementItem.KeyOf(share), EnforcementItem.RevisionIs(before.Revision))
            .Delete(KeptShareItem.KeyOf(share));
        return WriteAsync(batch, ct);
    }

    private WriteBatch Replace(ShareId share, Enforcement? before, Enforcement next)
    {
        var condition = before is null ? Expr.Absent : EnforcementItem.RevisionIs(before.Revision);
        return table.Batch()
            .Put(EnforcementItem.ToItem(share, next with { Revision = (before?.Revision ?? 0) + 1 }), condition)
            .Put(KeptShareItem.ToItem(share, next.DueAt));
    }

    private async Task<bool> WriteAsync(WriteBatch batch, CancellationToken ct)
    {
        var written = await time.RetryAsync<bool>(async () =>
        {
            var outcome = await table.WriteAsync(batch, ct);
            if (outcome.IsCommitted) return true;
            return outcome.FailedConditions.Count > 0 ? false : null;
        }, ct);
        return written.Succeeded(out var isWritten, out _) && isWritten;
    }
}
