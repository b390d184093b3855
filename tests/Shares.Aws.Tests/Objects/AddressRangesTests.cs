using System.Net;
using Amazon.S3;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shares.Aws.Http;
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
    public async Task Before_there_was_a_list_nothing_is_said_of_any_address_and_it_is_asked_for_each_time(int status, string code)
    {
        await using var s3 = await FaultyS3.StartAsync(Answer.PlainError(status, code), Answer.PlainError(status, code), List);
        using var client = Clients.S3(s3.Address);
        var addresses = Of(client);
        Assert.Equal(code, (await addresses.CurrentAsync(default)).Failure?.Code);
        Assert.Equal(code, (await addresses.CurrentAsync(default)).Failure?.Code);
        Assert.Equal("eu-west-1", RegionIn(await addresses.CurrentAsync(default)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"prefixes\":[]}")]
    public async Task A_file_that_is_no_list_is_as_good_as_none(string json)
    {
        await using var s3 = await FaultyS3.StartAsync(new Answer(200, json));
        using var client = Clients.S3(s3.Address);
        Assert.Contains("is not AWS's list", (await Of(client).CurrentAsync(default)).Failure?.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503, "SlowDown")]
    [InlineData(404, "NoSuchKey")]
    [InlineData(403, "AccessDenied")]
    public async Task A_list_that_cannot_be_read_again_goes_on_placing_addresses_and_without_one_nothing_is_said_of_any(int status, string code)
    {
        await using var s3 = await FaultyS3.StartAsync(List, Answer.PlainError(status, code));
        using var client = Clients.S3(s3.Address);
        var addresses = Of(client);
        Assert.Equal("eu-west-1", RegionIn(await addresses.CurrentAsync(default)));
        _time.Advance(TimeSpan.FromHours(2));
        Assert.Equal("eu-west-1", RegionIn(await addresses.CurrentAsync(default)));
        var asked = s3.Received.Count;
        Assert.Equal("eu-west-1", RegionIn(await addresses.CurrentAsync(default)));
        Assert.Equal(asked, s3.Received.Count);
        Assert.NotNull((await Of(client).CurrentAsync(default)).Failure);
    }

    private static Answer Ranges(string region) => new(200, $$"""{"prefixes":[{"ip_prefix":"52.16.0.0/15","region":"{{region}}"}],"ipv6_prefixes":[]}""");

    private static string? RegionIn(AwsResult<IpRanges> answer)
    {
        Assert.True(answer.Succeeded(out var ranges, out var failure), failure?.Detail);
        return ranges.RegionOf(IPAddress.Parse("52.16.0.1"));
    }

    private AddressRanges Of(IAmazonS3 client) => new(client, "reports", _time, NullLogger<AddressRanges>.Instance);
}
