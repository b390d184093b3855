using System.Globalization;
using System.Text.Json;

namespace Shares.Core.Egress.Zones;

/// <summary>AWS's list of its addresses, <c>https://ip-ranges.amazonaws.com/ip-ranges.json</c>: <c>{syncToken, prefixes[{ip_prefix, region}], ipv6_prefixes[{ipv6_prefix, region}]}</c>.</summary>
public static class IpRangesFile
{
    /// <returns>Null when it is not such a list, has a range that is none, or is empty: half a list would place addresses wrongly.</returns>
    public static IpRanges? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var file = JsonDocument.Parse(json);
            var ranges = new List<IpRange>();
            return Add(ranges, file.RootElement, "prefixes", "ip_prefix") && Add(ranges, file.RootElement, "ipv6_prefixes", "ipv6_prefix") && ranges.Count > 0
                ? new IpRanges(ranges)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>When the list was published, as AWS numbers it: of two lists the newer one has the greater number.</summary>
    /// <returns>Null when it does not say.</returns>
    public static long? VersionOf(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var file = JsonDocument.Parse(json);
            return file.RootElement.TryGetProperty("syncToken", out var token) && long.TryParse(token.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Add(List<IpRange> ranges, JsonElement file, string list, string prefix)
    {
        if (!file.TryGetProperty(list, out var items)) return false;
        foreach (var item in items.EnumerateArray())
        {
            if (!item.TryGetProperty(prefix, out var text) || !item.TryGetProperty("region", out var region)) return false;
            if (!IpRange.TryParse(text.GetString(), region.GetString() ?? "", out var range)) return false;
            ranges.Add(range);
        }

        return true;
    }
}
