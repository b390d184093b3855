using Shares.Core.Canaries;
using Shares.Core.Ids;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

/// <summary>What the canary found, and where it goes on.</summary>
public sealed class CanaryStore(Table table)
{
    public async Task<CanaryRound> FindRoundAsync(CancellationToken ct) =>
        await table.GetAsync(CanaryRoundItem.Key, ct) is { } item ? CanaryRoundItem.FromItem(item) : CanaryRound.First;

    public Task PutRoundAsync(CanaryRound round, CancellationToken ct) => table.PutManyAsync([CanaryRoundItem.ToItem(round)], ct);

    /// <summary>What was found when the share was last tried; null when it never was, or long ago.</summary>
    public async Task<CanaryResult?> FindAsync(ShareId share, CancellationToken ct) =>
        await table.GetAsync(CanaryItem.KeyOf(share), ct) is { } item ? CanaryItem.FromItem(item) : null;

    /// <summary>Replaces what was found before. A failure wakes Provisioning, which compares storage with the table.</summary>
    public Task PutAsync(ShareId share, CanaryResult result, CancellationToken ct) => table.PutManyAsync([CanaryItem.ToItem(share, result)], ct);
}
