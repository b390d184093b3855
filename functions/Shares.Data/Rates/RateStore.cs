using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Rates;

/// <summary>Counts what costs money, across all instances of a function. One write each time.</summary>
public sealed class RateStore(Table table, TimeProvider time)
{
    /// <param name="what">What is counted: a constant word.</param>
    /// <param name="window">Windows follow each other from the Unix epoch on, so at a border twice the limit can come close together.</param>
    /// <returns>Null when it may be done, and is counted; else how long to wait.</returns>
    public async Task<TimeSpan?> TakeAsync(string caller, string what, int limit, TimeSpan window, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var begin = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % window.Ticks), TimeSpan.Zero);
        var key = RateItem.KeyOf(caller, what, begin);
        return await table.UpdateIfAsync(key, RateItem.CountOne(begin + window), RateItem.HasRoom(limit), ct) ? null : begin + window - now;
    }
}
