using System.Net;

namespace Shares.Core.Egress.Zones;

/// <summary>Tells the zone of a request from what the trail says of where it came from.</summary>
public sealed class TransferZones(string region, IpRanges ranges)
{
    /// <param name="source">An address, or the name of an AWS service that read on somebody's behalf.</param>
    /// <param name="throughEndpoint">Whether it came through an endpoint in a VPC: those are of the Region.</param>
    public TransferZone Of(string source, bool throughEndpoint)
    {
        if (throughEndpoint || IsService(source)) return TransferZone.SameRegion;
        // Whatever cannot be placed counts as the dearest.
        var of = IPAddress.TryParse(source, out var address) ? ranges.RegionOf(address) : null;
        if (of is null or IpRange.Global) return TransferZone.Internet;
        return of == region ? TransferZone.SameRegion : TransferZone.CrossRegion;
    }

    private static bool IsService(string source) =>
        source == "AWS Internal" || source.EndsWith(".amazonaws.com", StringComparison.Ordinal);
}
