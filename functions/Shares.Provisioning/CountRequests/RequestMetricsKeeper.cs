using Microsoft.Extensions.Logging;
using Shares.Aws.AccessPoints;
using Shares.Aws.Buckets;
using Shares.Aws.Http;
using Shares.Core.Enforcing;
using Shares.Data.Sharing;
using Shares.Hosting;

namespace Shares.Provisioning.CountRequests;

/// <summary>
/// Lets S3 count the requests through download access points. Counting protects nothing, so nothing waits for it and no failure of it keeps a
/// share from being enforced: it is reported, and tried again when storage is compared next.
/// </summary>
public sealed partial class RequestMetricsKeeper(
    BucketMetricsClient buckets, AccessPointClient accessPoints, ShareStore shares, StorageContext context, Metrics metrics, TimeProvider time,
    ILogger<RequestMetricsKeeper> logger)
{
    /// <summary>Makes what is missing and mends what was changed.</summary>
    /// <returns>What differed and was put right.</returns>
    public async Task<IReadOnlyList<Difference>> EnsureAsync(IEnumerable<DesiredAccessPoint> desired, CancellationToken ct)
    {
        var mended = new List<Difference>();
        try
        {
            foreach (var (at, metric) in RequestMetric.Of(desired, context))
            {
                if (!(await EnsureAsync(at.Bucket, metric, ct)).Succeeded(out var difference, out var failure)) Report(failure);
                else if (difference is not null) mended.Add(difference);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // There is no time left for what can wait.
        }

        return mended;
    }

    /// <summary>Before the access point is deleted, which tells the bucket.</summary>
    public async Task RemoveAsync(AccessPointName name, CancellationToken ct)
    {
        if (name.Kind != AccessPointKind.Download) return;
        if (!(await accessPoints.FindAsync(name, ct)).Succeeded(out var found, out var failure)) Report(failure);
        else if (found is not null) Report(await buckets.DeleteAsync(found.Bucket, name.ToString(), ct));
    }

    /// <summary>Removes those of our names that no share wants: what was left when something failed.</summary>
    public async Task SweepAsync(string bucket, CancellationToken ct)
    {
        if (!(await buckets.ListAsync(bucket, ct)).Succeeded(out var ids, out var failure)) Report(failure);
        foreach (var id in ids ?? [])
        {
            if (AccessPointName.TryParse(id, out var name) && !await IsWantedAsync(name, ct)) Report(await buckets.DeleteAsync(bucket, id, ct));
        }
    }

    private async Task<AwsResult<Difference?>> EnsureAsync(string bucket, RequestMetric wanted, CancellationToken ct)
    {
        if (!(await buckets.FindAsync(bucket, wanted.Id, ct)).Succeeded(out var found, out var failure)) return failure;
        if (wanted.DifferenceTo(found, time.GetUtcNow()) is not { } difference) return (Difference?)null;
        return await buckets.PutAsync(bucket, wanted, ct) is { } unmade ? unmade : difference;
    }

    /// <summary>Also while the share may be about to make the access point.</summary>
    private async Task<bool> IsWantedAsync(AccessPointName name, CancellationToken ct) =>
        await shares.FindAsync(name.ShareId, ct) is { } share && share.AllowsDownloads && DesiredState.WantedName(share, name.Kind) == name;

    private void Report(AwsFailure? failure)
    {
        if (failure is null) return;
        metrics.Add("RequestMetricsFailures", 1);
        LogFailed(failure.Code, failure.Detail);
    }

    [LoggerMessage(180, LogLevel.Warning, "Requests through a download access point may not be counted as wanted: {Code}, {Reason}")]
    private partial void LogFailed(string code, string reason);
}
