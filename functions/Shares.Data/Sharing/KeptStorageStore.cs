using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Sharing;

/// <summary>Everything in storage that is kept as it must be, and when each is to be looked at again.</summary>
/// <param name="Shares">Every share that may have access points.</param>
public sealed record KeptStorage(IReadOnlyDictionary<ShareId, DateTimeOffset> Shares, IReadOnlyList<KeptBucket> Buckets);

public sealed class KeptStorageStore(Table table)
{
    public async Task<KeptStorage> ListAsync(CancellationToken ct)
    {
        var shares = new Dictionary<ShareId, DateTimeOffset>();
        var buckets = new List<KeptBucket>();
        await foreach (var item in table.QueryAsync(KeptShareItem.Partition, null, null, null, ct))
        {
            if (Key.Of(item).Sort.StartsWith(KeptBucketItem.Prefix, StringComparison.Ordinal)) buckets.Add(KeptBucketItem.FromItem(item));
            else if (KeptShareItem.FromItem(item) is var (share, dueAt)) shares[share] = dueAt;
        }

        return new(shares, buckets);
    }

    public async Task<KeptBucket?> FindBucketAsync(string bucket, CancellationToken ct) =>
        await table.GetAsync(KeptBucketItem.KeyOf(bucket), ct) is { } item ? KeptBucketItem.FromItem(item) : null;

    /// <summary>Replaces what was known of the bucket.</summary>
    public Task PutBucketAsync(KeptBucket bucket, CancellationToken ct) => table.PutManyAsync([KeptBucketItem.ToItem(bucket)], ct);
}
