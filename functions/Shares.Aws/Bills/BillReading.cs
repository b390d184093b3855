using System.Globalization;
using Shares.Core;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;

namespace Shares.Aws.Bills;

/// <summary>Makes bills of what Cost Explorer answers. Null where the answer is none that we understand.</summary>
internal static class BillReading
{
    public const string Cost = "UnblendedCost";
    public const string Usage = "UsageQuantity";

    /// <param name="pages">All pages of one answer; a month may be spread over several.</param>
    public static List<Bill>? Read(IEnumerable<CostAnswer> pages, DateTimeOffset askedAt)
    {
        var months = new SortedDictionary<BillingPeriod, (bool IsEstimated, List<BillLine> Lines)>();
        foreach (var time in pages.SelectMany(page => page.ResultsByTime ?? []))
        {
            if (!DateOnly.TryParseExact(time.TimePeriod?.Start, "O", out var start) || time.Estimated is not { } isEstimated) return null;
            var period = BillingPeriod.Of(start);
            var month = months.TryGetValue(period, out var known) ? known : (isEstimated, Lines: []);
            foreach (var group in time.Groups ?? [])
            {
                if (group.Keys is not [{ } type]) return null;
                if (ZoneOf(type) is not { } zone) continue;
                if (ReadLine(type, zone, group.Metrics) is not { } line) return null;
                month.Lines.Add(line);
            }

            // Estimated in part is estimated.
            months[period] = (month.IsEstimated || isEstimated, month.Lines);
        }

        return [.. months.Select(month => new Bill(
            month.Key, month.Value.IsEstimated, askedAt, [.. month.Value.Lines.OrderBy(line => line.UsageType, StringComparer.Ordinal)]))];
    }

    /// <param name="usageType">Begins with a code of the Region, or of both Regions, or with nothing.</param>
    /// <returns>Null for what is no transfer to the Internet or to other Regions.</returns>
    internal static TransferZone? ZoneOf(string usageType) =>
        Is(usageType, "DataTransfer-Out-Bytes") ? TransferZone.Internet : Is(usageType, "AWS-Out-Bytes") ? TransferZone.CrossRegion : null;

    private static bool Is(string usageType, string kind) => usageType == kind || usageType.EndsWith($"-{kind}", StringComparison.Ordinal);

    private static BillLine? ReadLine(string type, TransferZone zone, IReadOnlyDictionary<string, CostMetric>? metrics)
    {
        if (metrics?.GetValueOrDefault(Cost) is not { } cost || metrics.GetValueOrDefault(Usage) is not { Unit: "GB" } usage) return null;
        if (!Currency.TryParse(cost.Unit, out var currency) || Number(cost.Amount) is not { } amount || Bytes(usage.Amount) is not { } billed) return null;
        return new(type, zone, billed, new(amount, currency));
    }

    /// <summary>AWS's GB of transfer has 2^30 bytes.</summary>
    private static ByteCount? Bytes(string? gigabytes) =>
        Number(gigabytes) is >= 0 and < 1_000_000_000 and var number ? new ByteCount((long)decimal.Round(number * TransferTariff.BytesPerGigabyte)) : null;

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
