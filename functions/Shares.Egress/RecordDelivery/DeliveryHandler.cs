using Microsoft.Extensions.Logging;
using Shares.Aws.Objects;
using Shares.Core.Egress.Attributing;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Zones;
using Shares.Data.Egress;
using Shares.Hosting;

namespace Shares.Egress.RecordDelivery;

/// <summary>
/// Records one delivery of the trail. When the store fails, or AWS's addresses are not known yet, the invocation fails and is repeated, and adds what
/// is missing. What is given up on comes with the trail's files. For one delivery at a time, as Lambda wakes a function.
/// </summary>
public sealed partial class DeliveryHandler(
    AttributionContext context, AddressRanges addresses, EgressRecorder recorder, Metrics metrics, TimeProvider time, ILogger<DeliveryHandler> logger)
{
    private IpRanges? _ranges;
    private TrailAttributor? _attributor;

    /// <exception cref="IOException">There was no list of addresses yet.</exception>
    public async Task HandleAsync(LogDelivery delivery, InvocationContext _, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var isKnown = (await addresses.CurrentAsync(ct)).Succeeded(out var ranges, out var failure);
        var batch = new EgressBatch(AttributorFor(ranges ?? IpRanges.None), time.GetUtcNow());
        var isWhole = DeliveryReader.TryRead(delivery.Logs, batch);
        // A control message, with which the log group tries whether it is heard.
        if (batch.Records == 0) return;
        if (!isKnown)
        {
            metrics.Add("EgressPutOff", batch.Records);
            throw new IOException($"{batch.Records} records are put off until AWS's addresses are known: {failure!.Detail}");
        }

        if (!isWhole) LogBroken(batch.Records - 1);
        Measure(batch, await recorder.RecordAsync(batch, isRescan: false, ct));
    }

    /// <summary>It remembers what names mean, as long as addresses mean the same.</summary>
    private TrailAttributor AttributorFor(IpRanges ranges)
    {
        if (_attributor is null || ranges != _ranges) (_ranges, _attributor) = (ranges, new(context, ranges));
        return _attributor;
    }

    private void Measure(EgressBatch batch, LedgerCounts counts)
    {
        metrics.Add("EgressEvents", batch.Records);
        metrics.Add("EgressBytes", counts.Bytes, MetricUnit.Bytes);
        metrics.Add("EgressDuplicates", batch.Repeated + counts.Duplicates);
        metrics.Add("EgressUnattributed", counts.Unattributed);
        if (batch.Lag > TimeSpan.Zero) metrics.Add("EgressLag", batch.Lag.TotalSeconds, MetricUnit.Seconds);
    }

    [LoggerMessage(500, LogLevel.Error, "A delivery of the trail is broken after {Records} records; the rest of it comes with the trail's files")]
    private partial void LogBroken(int records);
}
