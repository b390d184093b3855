using System.Collections.Concurrent;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;
using Shares.Core.Ids;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Egress;

/// <summary>Reads the ledger, a page in memory at a time. Rows that corrections have emptied are left out.</summary>
public sealed class LedgerReader(Table table)
{
    /// <summary>Sorts after the separator that follows a day.</summary>
    private const char AfterSeparator = '$';

    private const int DaysAtOnce = 8;

    /// <summary>The rows of a publisher by day, share, dataset, subscriber, person, zone and route, as the table sorts them.</summary>
    /// <param name="to">The last day; before <paramref name="from"/>: none.</param>
    public IAsyncEnumerable<LedgerEntry> ReadAsync(ProjectId publisher, DateOnly from, DateOnly to, CancellationToken ct) =>
        Months(from, to).ToAsyncEnumerable()
            .SelectMany(month => table.QueryBetweenAsync(
                EgressItem.Partition(publisher, month), EgressItem.SortOf(from), EgressItem.SortOf(to) + AfterSeparator, ct))
            .Select(EgressItem.FromItem)
            .Where(entry => entry.Amount != default);

    /// <summary>All bytes of one share in a month by zone. Reads each day's rows of the share alone, the days side by side.</summary>
    /// <param name="until">The last day that counts.</param>
    public async Task<IReadOnlyDictionary<TransferZone, long>> ZonesOfShareAsync(
        ProjectId publisher, ShareId share, BillingPeriod month, DateOnly until, CancellationToken ct)
    {
        var days = Enumerable.Range(0, Math.Max(0, until.DayNumber - month.FirstDay.DayNumber + 1)).Select(month.FirstDay.AddDays).Where(month.Contains);
        var sums = new ConcurrentDictionary<TransferZone, long>();
        await Parallel.ForEachAsync(days, new ParallelOptions { MaxDegreeOfParallelism = DaysAtOnce, CancellationToken = ct }, async (day, token) =>
        {
            await foreach (var item in table.QueryAsync(EgressItem.Partition(publisher, month), EgressItem.PrefixOf(day, share), null, null, token))
            {
                var entry = EgressItem.FromItem(item);
                sums.AddOrUpdate(entry.Key.Zone, entry.Amount.AllBytes, (_, sum) => checked(sum + entry.Amount.AllBytes));
            }
        });
        return sums;
    }

    /// <summary>Everybody who has rows in the month, by id; their rows may all be empty.</summary>
    public async Task<IReadOnlyList<ProjectId>> PublishersAsync(BillingPeriod period, CancellationToken ct) =>
        await table.QueryAsync(EgressMonthItem.Partition(period), EgressMonthItem.Prefix, null, null, ct).Select(EgressMonthItem.PublisherOf).ToListAsync(ct);

    /// <summary>What counts for nobody, by day, reason, zone and subject.</summary>
    public IAsyncEnumerable<UnattributedEntry> ReadUnattributedAsync(BillingPeriod period, CancellationToken ct) =>
        table.QueryAsync(EgressMonthItem.Partition(period), UnattributedItem.Prefix, null, null, ct)
            .Select(UnattributedItem.FromItem)
            .Where(entry => entry.Amount != default);

    private static IEnumerable<BillingPeriod> Months(DateOnly from, DateOnly to)
    {
        for (var month = BillingPeriod.Of(from); month.FirstDay <= to; month = month.Next) yield return month;
    }
}
