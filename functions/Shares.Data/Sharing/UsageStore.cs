using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

public sealed class UsageStore(Table table)
{
    /// <summary>Writes or replaces each by its id; not atomic.</summary>
    public Task RecordAsync(IReadOnlyList<ShareUsage> usages, CancellationToken ct) => table.PutManyAsync(usages.Select(UsageItem.ToItem), ct);

    /// <returns>Also some that have ended; by id, which is the order in which they were made, to the millisecond.</returns>
    public async Task<IReadOnlyList<ShareUsage>> ListAsync(ShareId share, CancellationToken ct) =>
        await table.QueryAsync(ShareItem.Partition(share), UsageItem.Prefix, null, null, ct).Select(UsageItem.FromItem).ToListAsync(ct);
}
