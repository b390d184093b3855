using System.Net;
using System.Text.Json.Nodes;

namespace Shares.Local.Transfers;

/// <summary>A small part of AWS's list of its addresses, in the form of <c>https://ip-ranges.amazonaws.com/ip-ranges.json</c>.</summary>
public static class IpRanges
{
    public const string Path = "/_local/ip-ranges.json";

    public const string Json = """
        {
          "syncToken": "1795651200",
          "createDate": "2026-11-26-00-00-00",
          "prefixes": [
            { "ip_prefix": "3.5.0.0/19", "region": "us-east-1", "service": "AMAZON", "network_border_group": "us-east-1" },
            { "ip_prefix": "3.5.0.0/19", "region": "us-east-1", "service": "S3", "network_border_group": "us-east-1" },
            { "ip_prefix": "3.5.64.0/21", "region": "eu-west-1", "service": "AMAZON", "network_border_group": "eu-west-1" },
            { "ip_prefix": "3.80.0.0/12", "region": "us-east-1", "service": "AMAZON", "network_border_group": "us-east-1" },
            { "ip_prefix": "3.80.0.0/12", "region": "us-east-1", "service": "EC2", "network_border_group": "us-east-1" },
            { "ip_prefix": "13.32.0.0/15", "region": "GLOBAL", "service": "AMAZON", "network_border_group": "GLOBAL" },
            { "ip_prefix": "13.32.0.0/15", "region": "GLOBAL", "service": "CLOUDFRONT", "network_border_group": "GLOBAL" },
            { "ip_prefix": "34.240.0.0/13", "region": "eu-west-1", "service": "AMAZON", "network_border_group": "eu-west-1" },
            { "ip_prefix": "34.240.0.0/13", "region": "eu-west-1", "service": "EC2", "network_border_group": "eu-west-1" },
            { "ip_prefix": "52.16.0.0/15", "region": "eu-west-1", "service": "EC2", "network_border_group": "eu-west-1" },
            { "ip_prefix": "52.218.0.0/17", "region": "eu-west-1", "service": "S3", "network_border_group": "eu-west-1" },
            { "ip_prefix": "54.231.0.0/16", "region": "us-east-1", "service": "S3", "network_border_group": "us-east-1" }
          ],
          "ipv6_prefixes": [
            { "ipv6_prefix": "2600:1f18::/33", "region": "us-east-1", "service": "AMAZON", "network_border_group": "us-east-1" },
            { "ipv6_prefix": "2600:9000::/28", "region": "GLOBAL", "service": "CLOUDFRONT", "network_border_group": "GLOBAL" },
            { "ipv6_prefix": "2a05:d018::/35", "region": "eu-west-1", "service": "AMAZON", "network_border_group": "eu-west-1" }
          ]
        }
        """;

    private static readonly List<(IPNetwork Network, string Region)> Ranges = [.. Read("prefixes", "ip_prefix"), .. Read("ipv6_prefixes", "ipv6_prefix")];

    /// <returns>Null for an address that is none of AWS's, and for one of what is offered everywhere at once.</returns>
    public static string? RegionOf(string address) =>
        !IPAddress.TryParse(address, out var parsed) ? null
        : Ranges.Where(range => range.Network.Contains(parsed)).OrderByDescending(range => range.Network.PrefixLength)
            .Select(range => range.Region).FirstOrDefault() is not (null or "GLOBAL") and var region ? region
        : null;

    private static IEnumerable<(IPNetwork, string)> Read(string list, string prefix) =>
        JsonNode.Parse(Json)![list]!.AsArray().Select(range => (IPNetwork.Parse((string)range![prefix]!), (string)range["region"]!));
}
