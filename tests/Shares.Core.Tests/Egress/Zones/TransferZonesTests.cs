using Shares.Core.Egress;
using Shares.Core.Egress.Zones;

namespace Shares.Core.Tests.Egress.Zones;

public sealed class TransferZonesTests
{
    private static readonly TransferZones Zones = new("us-east-1", new IpRanges(
        [.. new[] { ("3.80.0.0/12", "us-east-1"), ("52.16.0.0/15", "eu-west-1"), ("13.32.0.0/15", "GLOBAL"), ("2600:1f18::/33", "us-east-1") }
            .Select(range => IpRange.TryParse(range.Item1, range.Item2, out var parsed) ? parsed : throw new FormatException())]));

    [Theory]
    [InlineData("3.81.2.3", TransferZone.SameRegion)]
    [InlineData("2600:1f18::5", TransferZone.SameRegion)]
    [InlineData("::ffff:3.81.2.3", TransferZone.SameRegion)]
    [InlineData("52.17.2.3", TransferZone.CrossRegion)]
    [InlineData("203.0.113.7", TransferZone.Internet)]
    [InlineData("2001:db8::1", TransferZone.Internet)]
    [InlineData("13.33.1.1", TransferZone.Internet)]
    [InlineData("athena.amazonaws.com", TransferZone.SameRegion)]
    [InlineData("AWS Internal", TransferZone.SameRegion)]
    [InlineData("amazonaws.com.example.org", TransferZone.Internet)]
    [InlineData("", TransferZone.Internet)]
    [InlineData("not an address", TransferZone.Internet)]
    public void The_published_ranges_place_an_address(string source, TransferZone zone) => Assert.Equal(zone, Zones.Of(source, throughEndpoint: false));

    [Fact]
    public void What_comes_through_an_endpoint_of_a_VPC_stays_in_the_Region() =>
        Assert.Equal(TransferZone.SameRegion, Zones.Of("10.0.3.7", throughEndpoint: true));
}
