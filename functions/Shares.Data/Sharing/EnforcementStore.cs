using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

public sealed class EnforcementStore(Table table, TimeProvider time)
{
    public async Task<Enforcement?> FindAsync(ShareId share, CancellationToken ct) =>
        await table.GetAsync(EnforcementItem.KeyOf(share), ct) is { } item ? EnforcementItem.FromItem(item) : null;

    /// <summary>
    /// Writes the record, and the summary into the share without touching its version: both or neither. A record of an older version of
    /// the share never replaces one of a newer.
    /// </summary>
    /// <param name="summary">Null leaves the share as it is, and works also when it is gone.</param>
    /// <returns>False when the share is not at that version any more; then nothing was written.</returns>
    public async Task<bool> RecordAsync(ShareId share, Enforcement enforcement, EnforcementSummary? summary, CancellationToken ct)
    {
        var batch = table.Batch().Put(EnforcementItem.ToItem(share, enforcement), EnforcementItem.NotAfter(enforcement.ShareVersion));
        if (summary is not null)
        {
            var set = new Expr("SET #Enforcement = :summary", new Item().With(":summary", EnforcementSummaryMap.Write(summary)));
            batch.Update(ShareItem.KeyOf(share), set, Expr.VersionIs(enforcement.ShareVersion));
        }

        var written = await time.RetryAsync<bool>(async () =>
        {
            var outcome = await table.WriteAsync(batch, ct);
            if (outcome.IsCommitted) return true;
            return outcome.FailedConditions.Count > 0 ? false : null;
        }, ct);
        return written.Succeeded(out var recorded, out _) && recorded;
    }

    public Task RemoveAsync(ShareId share, CancellationToken ct) => table.DeleteAsync(EnforcementItem.KeyOf(share), ct);
}
