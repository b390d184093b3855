using Shares.Core;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

/// <summary>
/// Who may have a session of a share at this moment. A grant is written before its session is handed out and before access is decided for
/// the last time, so whoever looks here after taking access away finds every session that was handed out before.
/// </summary>
public sealed class LiveGrantStore(Table table, TimeProvider time)
{
    /// <summary>Not atomic. Sessions are handed out when all of them are written.</summary>
    public Task RecordAsync(IEnumerable<LiveGrant> grants, CancellationToken ct) => table.PutManyAsync(
        grants.SelectMany(LiveGrantItems.ToItems).DistinctBy(Key.Of), ct);

    /// <summary>The shares through which a dataset may be read, and until when sessions for that were issued.</summary>
    public async Task<IReadOnlyList<(ShareId Share, DateTimeOffset IssuedAt)>> SharesOfDatasetAsync(DatasetId dataset, CancellationToken ct) =>
        await AliveAsync(DatasetItem.Partition(dataset), LiveGrantItems.Prefix, ct)
            .Select(item => (LiveGrantItems.ShareOf(item), LiveGrantItems.IssuedAtOf(item))).ToListAsync(ct);

    /// <summary>The shares through which a person downloads for a project.</summary>
    public async Task<IReadOnlyList<(ShareId Share, DateTimeOffset IssuedAt)>> SharesOfPersonAsync(ProjectId project, UserId user, CancellationToken ct) =>
        await AliveAsync(LiveGrantItems.OfPerson(project, user), null, ct)
            .Select(item => (LiveGrantItems.ShareOf(item), LiveGrantItems.IssuedAtOf(item))).ToListAsync(ct);

    public async Task<IReadOnlyList<LiveGrant>> OfShareAsync(ShareId share, CancellationToken ct) =>
        await AliveAsync(ShareItem.Partition(share), LiveGrantItems.Prefix, ct)
            .Select(item => LiveGrantItems.OfShare(share, item)).ToListAsync(ct);

    private IAsyncEnumerable<Item> AliveAsync(string partition, string? beginning, CancellationToken ct)
    {
        var earliest = time.GetUtcNow() - Limits.RevocationKept;
        return table.QueryAsync(partition, beginning, null, null, ct).Where(item => LiveGrantItems.IssuedAtOf(item) > earliest);
    }
}
