using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Shares.Core;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>What a share remembers of its limit: the maps <c>EgressLimit</c> and <c>Suspension</c> inside the share's item.</summary>
public static class EgressLimitMap
{
    public static AttributeValue? Write(EgressLimit? limit) => limit is null ? null : new()
    {
        M = new Item()
            .With("Bytes", limit.MonthlyBytes?.Value)
            .With("Cost", limit.MonthlyCost is { } cost ? new AttributeValue { N = cost.ToString(CultureInfo.InvariantCulture) } : null)
            .With("Action", limit.Action),
    };

    public static AttributeValue? Write(DownloadSuspension? suspension) => suspension is null ? null : new()
    {
        M = new Item().With("Period", suspension.Period.ToString()).With("Since", suspension.Since),
    };

    public static EgressLimit? Read(Item share, string name)
    {
        ArgumentNullException.ThrowIfNull(share);
        if (share.GetValueOrDefault(name)?.M is not { } map) return null;
        decimal? cost = map.TryGetValue("Cost", out var amount) ? decimal.Parse(amount.N, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
        return new(map.NumberOrNull("Bytes") is { } bytes ? new ByteCount(bytes) : null, cost, map.Name<EgressLimitAction>("Action"));
    }

    public static DownloadSuspension? ReadSuspension(Item share, string name)
    {
        ArgumentNullException.ThrowIfNull(share);
        return share.GetValueOrDefault(name)?.M is { } map ? new(BillingPeriod.Parse(map.Text("Period")), map.Time("Since")) : null;
    }
}
