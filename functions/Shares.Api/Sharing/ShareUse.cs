using Shares.Api.PreviewShare;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Sharing;
using Shares.Data.Egress;

namespace Shares.Api.Sharing;

/// <summary>What a share has taken of its limit, from the ledger as it is now.</summary>
internal sealed class ShareUse(LedgerReader ledger, StatementStore statements, EgressPrices prices, TimeProvider time)
{
    /// <summary>The month that it is now, of UTC.</summary>
    public BillingPeriod Month => BillingPeriod.Of(time.GetUtcNow());

    /// <summary>In this month.</summary>
    public async Task<EgressUse> OfAsync(Share share, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var estimate = statements.LatestAsync(BillingPeriod.Of(today), ct);
        var zones = await ledger.ZonesOfShareAsync(share.PublisherId, share.Id, BillingPeriod.Of(today), today, ct);
        return EgressUse.Of(zones, await estimate, prices.Current);
    }
}
