using Shares.Core;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Egress.Statements;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Egress;

namespace Shares.Billing.CheckLimits;

/// <summary>What shares have taken of their limits in the running month.</summary>
public sealed class MonthUse(LedgerReader ledger, StatementStore statements, BillStore bills, PriceList prices)
{
    /// <summary>An estimate is made many times a day; one that is older is not relied on.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(6);

    /// <summary>Reads the rows of each publisher once.</summary>
    public async Task<IReadOnlyDictionary<ShareId, EgressUse>> OfAsync(IReadOnlyCollection<Share> shares, BillingPeriod period, DateTimeOffset now, CancellationToken ct)
    {
        var rates = await RatesAsync(period, now, ct);
        var uses = shares.ToDictionary(share => share.Id, _ => default(EgressUse));
        foreach (var publisher in shares.Select(share => share.PublisherId).Distinct())
        {
            await foreach (var entry in ledger.ReadAsync(publisher, period.FirstDay, period.EndDay.AddDays(-1), ct))
            {
                if (entry.Key.Zone == TransferZone.SameRegion || !uses.TryGetValue(entry.Key.Share, out var use)) continue;
                var bytes = new ByteCount(entry.Amount.AllBytes);
                uses[entry.Key.Share] = new(use.Bytes + bytes, use.Cost + MonthFigures.CostAt(rates[entry.Key.Zone], bytes.Value).Amount);
            }
        }

        return uses;
    }

    private async Task<Dictionary<TransferZone, Money>> RatesAsync(BillingPeriod period, DateTimeOffset now, CancellationToken ct)
    {
        var zones = await statements.LatestAsync(period, ct) is { } estimate && now - estimate.MadeAt < Fresh
            ? estimate.Zones
            : MonthFigures.Estimate(await TotalsAsync(period, ct), await bills.FindAsync(period, ct), prices).Zones;
        return zones.ToDictionary(zone => zone.Zone, zone => zone.RatePerGigabyte);
    }

    private async Task<MonthTotals> TotalsAsync(BillingPeriod period, CancellationToken ct)
    {
        var totals = new MonthTotals();
        foreach (var publisher in await ledger.PublishersAsync(period, ct))
        {
            await foreach (var entry in ledger.ReadAsync(publisher, period.FirstDay, period.EndDay.AddDays(-1), ct)) totals.Add(publisher, entry);
        }

        await foreach (var entry in ledger.ReadUnattributedAsync(period, ct)) totals.Add(entry);
        return totals;
    }
}
