using Shares.Local.Transfers;

namespace Shares.Local.CostExplorer;

/// <summary>
/// The account's bill for S3, made of what access points really served. Every day of a month in which they served something has a little more
/// to the Internet, which no trail tells of, and other things that S3 costs.
/// </summary>
public sealed class Bill(TransferLog transfers, PriceTiers prices, TimeProvider time)
{
    /// <summary>A day; a MB.</summary>
    public const long UntoldBytes = 1L << 20;

    /// <summary>A GB to another Region; the price files have none, since previews show the Internet's.</summary>
    public const decimal PriceToOtherRegion = 0.02m;

    /// <summary>Bills change for so long after their month.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromHours(72);

    /// <summary>Whether the bill of this day's month may still change.</summary>
    public bool IsEstimated(DateOnly day) => time.GetUtcNow() < Midnight(FirstOf(day).AddMonths(1)) + Settling;

    /// <param name="end">Not included.</param>
    public IEnumerable<BillLine> Lines(DateOnly start, DateOnly end)
    {
        for (var month = FirstOf(start); month < end; month = month.AddMonths(1))
        {
            foreach (var line in LinesOf(month)) if (line.Day >= start && line.Day < end) yield return line;
        }
    }

    private IEnumerable<BillLine> LinesOf(DateOnly month)
    {
        var served = transfers.Between(Midnight(month), Midnight(month.AddMonths(1)))
            .GroupBy(transfer => (Day: DateOnly.FromDateTime(transfer.Minute.UtcDateTime), transfer.UsageType))
            .ToDictionary(group => group.Key, group => group.Sum(transfer => transfer.Bytes));
        if (served.Count == 0) yield break;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var before = 0m;
        for (var day = month; day < month.AddMonths(1) && day <= today; day = day.AddDays(1))
        {
            var toInternet = Gigabytes(served.GetValueOrDefault((day, UsageTypes.Internet)) + UntoldBytes);
            yield return new(day, UsageTypes.Internet, toInternet, "GB", prices.CostOf(before + toInternet) - prices.CostOf(before));
            before += toInternet;
            if (served.TryGetValue((day, UsageTypes.OtherRegion), out var bytes))
                yield return new(day, UsageTypes.OtherRegion, Gigabytes(bytes), "GB", Gigabytes(bytes) * PriceToOtherRegion);
            yield return new(day, "Requests-Tier2", 1000, "Requests", 0.0004m);
            yield return new(day, "TimedStorage-ByteHrs", 0.1m, "GB-Mo", 0.0023m);
        }
    }

    private static decimal Gigabytes(long bytes) => (decimal)bytes / PriceTiers.BytesPerGigabyte;

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
