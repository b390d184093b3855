using Shares.Core.Egress;
using Shares.Core.Egress.Attributing;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Data.Egress;

/// <summary>
/// What shares have taken of their limits in the running month, from the ledger as it is and the month's latest estimate. Whoever shows a limit and
/// whoever acts on it ask here, so that at the same moment both say the same.
/// </summary>
public sealed class EgressUseReader(LedgerReader ledger, StatementStore statements)
{
    /// <summary>Reads each day's rows of the share alone.</summary>
    /// <param name="now">Tells which month it is.</param>
    /// <param name="prices">As for <see cref="EgressUse.Of"/>.</param>
    public async Task<EgressUse> OfAsync(Share share, DateTimeOffset now, PriceList? prices, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(share);
        var month = BillingPeriod.Of(now);
        var estimate = statements.LatestAsync(month, ct);
        var zones = await ledger.ZonesOfShareAsync(share.PublisherId, share.Id, month, LastDay(month, now), ct);
        return EgressUse.Of(zones, await estimate, prices);
    }

    /// <summary>The same of many shares. Reads the rows of each publisher once, whatever the number of its shares.</summary>
    public async Task<IReadOnlyDictionary<ShareId, EgressUse>> OfManyAsync(IReadOnlyCollection<Share> shares, DateTimeOffset now, PriceList? prices, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(shares);
        var month = BillingPeriod.Of(now);
        var estimate = await statements.LatestAsync(month, ct);
        var sums = shares.ToDictionary(share => share.Id, _ => new Dictionary<TransferZone, long>());
        foreach (var publisher in shares.Select(share => share.PublisherId).Distinct())
        {
            await foreach (var entry in ledger.ReadAsync(publisher, month.FirstDay, LastDay(month, now), ct))
            {
                if (sums.TryGetValue(entry.Key.Share, out var zones)) zones[entry.Key.Zone] = checked(zones.GetValueOrDefault(entry.Key.Zone) + entry.Amount.AllBytes);
            }
        }

        return sums.ToDictionary(share => share.Key, share => EgressUse.Of(share.Value, estimate, prices));
    }

    /// <summary>Storage's clocks may be ahead, so there may be rows of tomorrow.</summary>
    private static DateOnly LastDay(BillingPeriod month, DateTimeOffset now)
    {
        var (last, end) = (DateOnly.FromDateTime((now + TrailAttributor.Ahead).UtcDateTime), month.EndDay.AddDays(-1));
        return last < end ? last : end;
    }
}
