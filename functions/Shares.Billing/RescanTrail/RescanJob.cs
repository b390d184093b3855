using Microsoft.Extensions.Logging;
using Shares.Aws.Objects;
using Shares.Billing.RefreshAddresses;
using Shares.Core.Egress.Attributing;
using Shares.Data.Egress;
using Shares.Hosting;

namespace Shares.Billing.RescanTrail;

/// <summary>
/// Reads the files of the last days that were not read yet. Deliveries to the log group may miss records; files do not. Whatever comes both ways
/// counts once.
/// </summary>
public sealed partial class RescanJob(
    AttributionContext attribution, TrailFiles files, TrailFileStore read, AddressRanges addresses, AddressRangesJob list, Metrics metrics, TimeProvider time, ILogger<RescanJob> logger) : IJob
{
    /// <summary>Files come within a quarter of an hour, and now and then much later.</summary>
    private const int Days = 3;

    /// <summary>Kept back from the time of the invocation for the file at hand.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(45);

    public Job Name => Job.Rescan;

    public async Task RunAsync(InvocationContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        await list.EnsureAsync(ct);
        var attributor = new TrailAttributor(attribution, (await addresses.CurrentAsync(ct)).OrFail());
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var (sum, records) = (default(LedgerCounts), 0);
        try
        {
            for (var day = await FirstAsync(today, ct); day <= today; day = day.AddDays(1))
            {
                var known = await read.ReadAsync(day, ct);
                await foreach (var name in files.ListAsync(day, ct))
                {
                    if (known.Contains(name)) continue;
                    if (context.Remaining(time) < Reserve) throw new JobFailedException($"Files of the trail from {day:O} on are left for the next run.");
                    var (counts, count) = await files.RecordAsync(day, name, attributor, ct);
                    await read.MarkAsync(day, name, ct);
                    (sum, records) = (sum + counts, records + count);
                }
            }

            await read.ReadUntilAsync(today.AddDays(-1), ct);
        }
        finally
        {
            metrics.Add("RescanRecords", records);
            metrics.Add("RescanRecovered", sum.Recorded + sum.Corrected);
            metrics.Add("EgressUnattributed", sum.Unattributed);
            if (sum.Recorded + sum.Corrected > 0) LogRecovered(sum.Recorded, sum.Corrected, records);
        }
    }

    /// <summary>After an outage further back, as far as a record may be late.</summary>
    private async Task<DateOnly> FirstAsync(DateOnly today, CancellationToken ct)
    {
        var earliest = today.AddDays(1 - (int)TrailAttributor.Latest.TotalDays);
        var from = await read.FindReadUntilAsync(ct) ?? earliest;
        if (from > today.AddDays(-Days)) from = today.AddDays(-Days);
        return from < earliest ? earliest : from;
    }

    [LoggerMessage(610, LogLevel.Information, "Of {Records} records in files of the trail {Recorded} were missing in the ledger and {Corrected} corrected it")]
    private partial void LogRecovered(int recorded, int corrected, int records);
}
