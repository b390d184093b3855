using Shares.Api.PreviewShare;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Sharing;
using Shares.Data.Egress;

namespace Shares.Api.Sharing;

/// <summary>What a share has taken of its limit, by the prices of this Region.</summary>
internal sealed class ShareUse(EgressUseReader uses, EgressPrices prices, TimeProvider time)
{
    /// <summary>The month that it is now, of UTC.</summary>
    public BillingPeriod Month => BillingPeriod.Of(time.GetUtcNow());

    /// <summary>In this month.</summary>
    public Task<EgressUse> OfAsync(Share share, CancellationToken ct) => uses.OfAsync(share, time.GetUtcNow(), prices.Current, ct);
}
