using Amazon.DynamoDBv2.Model;
using Shares.Core.Enforcing;
using Shares.Core.Sharing;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>What a share remembers of its enforcement: the map <c>Enforcement</c> inside the share's item.</summary>
public static class EnforcementSummaryMap
{
    public static AttributeValue Write(EnforcementSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return new()
        {
            M = new Item()
                .With("State", summary.State)
                .With("Analyze", ToMap(summary.Analyze))
                .With("Download", ToMap(summary.Download))
                .With("RevokedUntil", summary.RevokedUntil),
        };
    }

    public static EnforcementSummary Read(AttributeValue map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new(map.M.Name<EnforcementState>("State"), FromMap(map.M, "Analyze"), FromMap(map.M, "Download"), map.M.TimeOrNull("RevokedUntil"));
    }

    private static AttributeValue? ToMap(ProvisionedAccessPoint? point) =>
        point is null ? null : new() { M = new Item().With("Name", point.Name.ToString()).With("Alias", point.Alias) };

    private static ProvisionedAccessPoint? FromMap(Item summary, string name) =>
        summary.TryGetValue(name, out var map) ? new(AccessPointName.Parse(map.M.Text("Name")), map.M.Text("Alias")) : null;
}
