using System.Net;
using Amazon.S3;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shares.Aws.Objects;
using Shares.Aws.Tests.AccessPoints;
using Shares.Core.Egress.Zones;

namespace Shares.Aws.Tests.Objects;

public sealed class AddressRangesTests
{
    private static readonly Answer List = Ranges("eu-west-1");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_list_is_read_once_an_hour()
    {
        await using var s3 = await FaultyS3.StartAsync(List, Ranges("us-west-2"));
        using var client = Clients.S3(s3.Address);
        var addresses = Of(client);
        Assert.Equal("eu-west-1", RegionIn(await addresses.CurrentAsync(default)));
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("eu-west-1", RegionIn(await addresses.CurrentAsync(default)));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("us-west-2", RegionIn(await addresses.CurrentAsync(default)));
        Assert.Equal(["/reports/address-ranges/ip-ranges.json"], s3.Received.Select(request => request.Path).Distinct());
    }

    [Theory]
    [InlineData(404, "NoSuchKey")]
    [InlineData(404, "NoSuchBucket")]
    [InlineData(403, "AccessDenied")]
    public async Task Where_there_is_no_list_no_address_is_placed_until_there_is_one(int status, string code)
    {
        await using var s3 = await FaultyS3.StartAsync(Answer.PlainError(status, code), List);
        using var client = Clients.S3(s3.Address);
        var addresses = Of(client);
        Assert.Null(RegionIn(await addresses.CurrentAsync(default)));
        Assert.Null(RegionIn(await addresses.CurrentAsync(default)));
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("eu-west-1", RegionIn(await addresses.CurrentAsync(default)));
        Assert.Equal(2, s3.Received.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"prefixes\":[]}")]
    public async Task A_file_that_is_no_list_places_no_address(string json)
    {
        await using var s3 = await FaultyS3.StartAsync(new Answer(200, json));
        using var client = Clients.S3(s3.Address);
        Assert.Null(RegionIn(await Of(client).CurrentAsync(default)));
    }

    [Fact]
    public async Task Without_a_bucket_no_address_is_placed()
    {
        using var client = Clients.S3(new Uri("http://127.0.0.1:9/"));
        Assert.Null(RegionIn(await new AddressRanges(client, null, _time, NullLogger<AddressRanges>.Instance).CurrentAsync(default)));
    }

    [Fact]
    public async Task An_outage_leaves_the_last_list_and_without_one_nothing_is_said_of_any_address()
    {
        await using var s3 = await FaultyS3.StartAsync(List, Answer.PlainError(503, "SlowDown"));
        using var client = Clients.S3(s3.Address);
        var addresses = Of(client);
        Assert.Equal("eu-west-1", RegionIn(await addresses.CurrentAsync(default)));
        _time.Advance(TimeSpan.FromHours(2));
        Assert.Equal("eu-west-1", RegionIn(await addresses.CurrentAsync(default)));
        await Assert.ThrowsAsync<IOException>(() => Of(client).CurrentAsync(default));
    }

    private static Answer Ranges(string region) => new(200, $$"""{"prefixes":[{"ip_prefix":"52.16.0.0/15","region":"{{region}}"}],"ipv6_prefixes":[]}""");

    private static string? RegionIn(IpRanges ranges) => ranges.RegionOf(IPAddress.Parse("52.16.0.1"));

    private AddressRanges Of(IAmazonS3 client) => new(client, "reports", _time, NullLogger<AddressRanges>.Instance);
}
