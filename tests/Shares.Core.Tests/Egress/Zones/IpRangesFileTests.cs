using System.Net;
using System.Text;
using Shares.Core.Egress.Zones;

namespace Shares.Core.Tests.Egress.Zones;

public sealed class IpRangesFileTests
{
    private const string File = """
        {"syncToken": "1795305660", "createDate": "2026-11-22-00-01-00",
         "prefixes": [
           {"ip_prefix": "3.5.140.0/22", "region": "ap-northeast-2", "service": "AMAZON", "network_border_group": "ap-northeast-2"},
           {"ip_prefix": "52.94.5.0/24", "region": "eu-west-1", "service": "DYNAMODB", "network_border_group": "eu-west-1"}],
         "ipv6_prefixes": [
           {"ipv6_prefix": "2600:1f18::/33", "region": "us-east-1", "service": "EC2", "network_border_group": "us-east-1"}]}
        """;

    [Fact]
    public void Both_lists_of_the_file_are_read()
    {
        var ranges = IpRangesFile.Read(Encoding.UTF8.GetBytes(File))!;
        Assert.Equal("ap-northeast-2", ranges.RegionOf(IPAddress.Parse("3.5.143.255")));
        Assert.Equal("us-east-1", ranges.RegionOf(IPAddress.Parse("2600:1f18::1")));
        Assert.Null(ranges.RegionOf(IPAddress.Parse("8.8.8.8")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"prefixes": []}""")]
    [InlineData("""{"prefixes": [], "ipv6_prefixes": []}""")]
    [InlineData("""{"prefixes": [{"ip_prefix": "3.5.140.0/33", "region": "x"}], "ipv6_prefixes": []}""")]
    [InlineData("""{"prefixes": [{"ip_prefix": "3.5.140.0/22"}], "ipv6_prefixes": []}""")]
    [InlineData("""{"prefixes": [{"ip_prefix": 3, "region": "x"}], "ipv6_prefixes": []}""")]
    [InlineData("""{"prefixes": {}, "ipv6_prefixes": []}""")]
    public void A_file_that_is_not_such_a_list_in_every_part_is_refused(string json) => Assert.Null(IpRangesFile.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""{"syncToken": "1795305660"}""", 1795305660)]
    [InlineData("""{"syncToken": 1795305660}""", null)]
    [InlineData("""{"syncToken": "-1"}""", null)]
    [InlineData("""{}""", null)]
    [InlineData("[]", null)]
    [InlineData("{", null)]
    public void A_list_says_when_it_was_published_or_it_does_not(string json, int? version) =>
        Assert.Equal(version, (int?)IpRangesFile.VersionOf(Encoding.UTF8.GetBytes(json)));
}
