using Shares.Aws.Metering;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Data.Projects;
using Shares.Data.Sharing;

namespace Shares.Billing.CrossCheckDownloads;

/// <summary>The download access points that shares have and lately had.</summary>
public sealed class DownloadPoints(ShareStore shares, ProjectStore projects, KeptStorageStore storage)
{
    /// <summary>A share that was made analyze-only and opened again has a new one; so many back are asked for.</summary>
    private const int Generations = 3;

    /// <summary>All shares that storage has to do with.</summary>
    public async Task<IReadOnlyCollection<ShareId>> SharesAsync(CancellationToken ct) => [.. (await storage.ListAsync(ct)).Shares.Keys];

    /// <returns>None of a share that is deleted, or whose project has no bucket.</returns>
    public async Task<IReadOnlyList<MeteredAccessPoint>> OfAsync(IReadOnlyCollection<ShareId> ids, CancellationToken ct)
    {
        var found = (await shares.FindManyAsync(ids, ct)).Values;
        var publishers = await projects.FindManyAsync([.. found.Select(share => share.PublisherId).Distinct()], ct);
        return
        [
            .. from share in found
               let bucket = publishers.GetValueOrDefault(share.PublisherId)?.Bucket
               where !string.IsNullOrEmpty(bucket)
               from generation in Enumerable.Range(Math.Max(1, share.DownloadGeneration - Generations + 1), Math.Min(Generations, share.DownloadGeneration))
               select new MeteredAccessPoint(bucket, new AccessPointName(share.Id, AccessPointKind.Download, generation)),
        ];
    }
}
