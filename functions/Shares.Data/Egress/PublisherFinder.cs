using System.Collections.Concurrent;
using Shares.Core.Ids;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Egress;

/// <summary>Whose shares are. A share never changes its publisher, so who was found once is remembered.</summary>
public sealed class PublisherFinder(Table table)
{
    /// <summary>When there are more, all are forgotten, so that a program that runs for months does not grow.</summary>
    private const int MostKnown = 100_000;

    private readonly ConcurrentDictionary<ShareId, ProjectId> _known = new();

    /// <summary>The share says so itself; where it is deleted, the bucket that was read through it does.</summary>
    /// <param name="shares">Each with a bucket; empty when that is not known.</param>
    /// <returns>Without those that neither leads to a project.</returns>
    public async Task<IReadOnlyDictionary<ShareId, ProjectId>> FindAsync(IReadOnlyDictionary<ShareId, string> shares, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(shares);
        if (_known.Count + shares.Count > MostKnown) _known.Clear();
        await FindAsync(Unknown(), share => ShareItem.KeyOf(share), "Publisher", ct);
        await FindAsync(Unknown().Where(share => shares[share].Length > 0), share => BucketItem.KeyOf(shares[share]), "Project", ct);
        return shares.Keys.Where(_known.ContainsKey).ToDictionary(share => share, share => _known[share]);

        IEnumerable<ShareId> Unknown() => shares.Keys.Where(share => !_known.ContainsKey(share));
    }

    private async Task FindAsync(IEnumerable<ShareId> shares, Func<ShareId, Key> keyOf, string attribute, CancellationToken ct)
    {
        var keys = shares.ToDictionary(share => share, keyOf);
        var items = await table.GetManyAsync(keys.Values, ct);
        foreach (var (share, key) in keys)
        {
            if (items.TryGetValue(key, out var item)) _known[share] = item.Id<ProjectId>(attribute);
        }
    }
}
