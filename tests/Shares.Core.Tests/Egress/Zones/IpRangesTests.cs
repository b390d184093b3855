using System.Net;
using CsCheck;
using Shares.Core.Egress.Zones;

namespace Shares.Core.Tests.Egress.Zones;

public sealed class IpRangesTests
{
    /// <summary>Ranges of a small corner of the addresses, so that many lie in each other.</summary>
    private static readonly Gen<string> AnyPrefix = Gen.Select(Gen.Int[0, 255], Gen.Int[0, 255], Gen.Int[8, 32], Gen.Bool).Select((c, d, length, isV6) =>
    {
        var address = isV6 ? IPAddress.Parse($"2600:1f00::{c:x2}{d:x2}") : IPAddress.Parse($"10.0.{c}.{d}");
        return Cut(address, isV6 ? length + 96 : length);
    });

    private static readonly Gen<IPAddress> AnyAddress = Gen.Select(Gen.Int[0, 255], Gen.Int[0, 255], Gen.Bool).Select((c, d, isV6) =>
        IPAddress.Parse(isV6 ? $"2600:1f00::{c:x2}{d:x2}" : $"10.0.{c}.{d}"));

    [Fact]
    public void The_longest_prefix_that_holds_an_address_decides() =>
        Gen.Select(AnyPrefix.List[0, 40], AnyAddress.List[20]).Sample((prefixes, addresses) =>
        {
            var networks = prefixes.Distinct().Select((prefix, n) => (Network: IPNetwork.Parse(prefix), Region: $"r{n % 7}", Prefix: prefix)).ToList();
            var ranges = new IpRanges([.. networks.Select(network => Range(network.Prefix, network.Region))]);
            return addresses.TrueForAll(address => ranges.RegionOf(address) ==
                networks.Where(network => network.Network.Contains(address)).OrderByDescending(network => network.Network.PrefixLength).FirstOrDefault().Region);
        }, iter: 3_000);

    [Fact]
    public void The_ends_of_a_range_belong_to_it_and_their_neighbours_do_not()
    {
        var ranges = new IpRanges([Range("52.94.5.0/24", "eu-west-1"), Range("255.255.255.255/32", "a"), Range("::/128", "b")]);
        Assert.Equal([null, "eu-west-1", "eu-west-1", null, "a", "b", null], new[] { "52.94.4.255", "52.94.5.0", "52.94.5.255", "52.94.6.0", "255.255.255.255", "::", "::1" }
            .Select(address => ranges.RegionOf(IPAddress.Parse(address))));
    }

    [Fact]
    public void Of_a_range_listed_twice_the_entry_that_names_a_Region_counts()
    {
        Assert.Equal("us-east-1", new IpRanges([Range("3.0.0.0/15", "GLOBAL"), Range("3.0.0.0/15", "us-east-1")]).RegionOf(IPAddress.Parse("3.1.2.3")));
        Assert.Equal("us-east-1", new IpRanges([Range("3.0.0.0/15", "us-east-1"), Range("3.0.0.0/15", "GLOBAL")]).RegionOf(IPAddress.Parse("3.1.2.3")));
    }

    [Fact]
    public void The_whole_space_can_be_one_range() =>
        Assert.Equal("x", new IpRanges([Range("::/0", "x")]).RegionOf(IPAddress.Parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")));

    private static IpRange Range(string prefix, string region) =>
        IpRange.TryParse(prefix, region, out var range) ? range : throw new FormatException(prefix);

    private static string Cut(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = length; bit < bytes.Length * 8; bit++) bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return $"{new IPAddress(bytes)}/{length}";
    }
}
