using Microsoft.Extensions.Logging;
using Shares.Aws.Metering;
using Shares.Core;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.CrossChecks;
using Shares.Core.Ids;
using Shares.Data.Egress;
using Shares.Hosting;

namespace Shares.Billing.CrossCheckDownloads;

/// <summary>
/// Holds what S3 counted at the download access points against the ledger, share by share and day by day. What they differ by is kept, shown and
/// measured; no number is changed by it.
/// </summary>
public sealed partial class CrossCheckJob(
    CloudWatchClient cloudWatch, DownloadPoints points, LedgerReader ledger, CrossCheckStore checks, Metrics metrics, TimeProvider time, ILogger<CrossCheckJob> logger) : IJob
{
    /// <summary>Whole days that are looked at: what the ledger lacks of the first, files of the trail may have brought by the last.</summary>
    private const int Days = 3;

    public Job Name => Job.CrossCheck;

    public async Task RunAsync(InvocationContext context, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var failures = new List<string>();
        for (var day = today.AddDays(-Days); day < today; day = day.AddDays(1))
        {
            var (found, failure) = await CheckAsync(day, ct);
            if (failure is not null) failures.Add(failure);
            // The first day has had the most time; what it still lacks will hardly come.
            if (day == today.AddDays(-Days)) Measure(day, found);
        }

        if (failures.Count > 0) throw new JobFailedException(failures.Distinct());
    }

    private async Task<(IReadOnlyCollection<CrossCheck> Checks, string? Failure)> CheckAsync(DateOnly day, CancellationToken ct)
    {
        var before = (await checks.OfDayAsync(day, ct)).ToDictionary(check => check.Share);
        var recorded = await RecordedAsync(day, ct);
        var shares = (await points.SharesAsync(ct)).Union(recorded.Keys).Union(before.Keys).ToList();
        var (now, failure) = (new Dictionary<ShareId, CrossCheck>(before), (string?)null);
        var open = shares.Where(share => before.GetValueOrDefault(share) is not { IsSettled: true }).ToList();
        var askedAt = time.GetUtcNow();
        if ((await cloudWatch.DownloadsAsync(await points.OfAsync(open, ct), day, day, ct)).Succeeded(out var metrics, out var refused))
        {
            var metered = metrics.Where(metric => metric.Day == day).GroupBy(metric => metric.AccessPoint.Name.ShareId)
                .ToDictionary(share => share.Key, share => share.Aggregate(default(ByteCount), (sum, metric) => sum + metric.Bytes));
            foreach (var share in open) now[share] = new(share, day, metered.TryGetValue(share, out var bytes) ? bytes : null, default, askedAt);
        }
        else
        {
            failure = refused.Detail;
        }

        foreach (var (share, check) in now.ToList()) now[share] = check with { Recorded = recorded.GetValueOrDefault(share) };
        await checks.PutAsync(now.Values.Where(check => before.GetValueOrDefault(check.Share) != check), ct);
        return (now.Values, failure);
    }

    /// <summary>What the ledger has of people's downloads. Pipelines read through other access points.</summary>
    private async Task<Dictionary<ShareId, ByteCount>> RecordedAsync(DateOnly day, CancellationToken ct)
    {
        var sums = new Dictionary<ShareId, ByteCount>();
        foreach (var publisher in await ledger.PublishersAsync(BillingPeriod.Of(day), ct))
        {
            await foreach (var entry in ledger.ReadAsync(publisher, day, day, ct))
            {
                if (entry.Key.Route == AccessRoute.Pipeline) continue;
                sums[entry.Key.Share] = sums.GetValueOrDefault(entry.Key.Share) + new ByteCount(entry.Amount.AllBytes);
            }
        }

        return sums;
    }

    private void Measure(DateOnly day, IReadOnlyCollection<CrossCheck> found)
    {
        var (gap, metered) = (found.Sum(check => (decimal)Math.Abs(check.Gap ?? 0)), found.Sum(check => (decimal)(check.Metered?.Value ?? 0)));
        var percent = gap == 0 ? 0 : gap * 100 / Math.Max(metered, 1);
        metrics.Add("CrossCheckGap", (long)Math.Min(gap, long.MaxValue), MetricUnit.Bytes);
        metrics.Add("CrossCheckGapPercent", (long)Math.Min(decimal.Ceiling(percent), 1_000_000));
        var unmetered = found.Count(check => check is { Metered: null, Recorded.Value: > 0 });
        metrics.Add("CrossCheckWithoutMetrics", unmetered);
        if (gap > 0 || unmetered > 0) LogGap(day, gap, metered, unmetered);
    }

    [LoggerMessage(620, LogLevel.Warning, "Of {Day}, CloudWatch and the ledger differ by {Gap} bytes of {Metered}, and for {Unmetered} shares with downloads there are no metrics")]
    private partial void LogGap(DateOnly day, decimal gap, decimal metered, int unmetered);
}
