using System.Net;
using System.Net.Http.Headers;
using Shares.Local.Identity;
using Shares.Local.Tests.Policies;
using Shares.Local.Trail;
using static Shares.Local.Tests.Policies.SharedStorage;

namespace Shares.Local.Tests.Trail;

public sealed class ObjectRequestTests : IClassFixture<TrailWorld>
{
    private const int BigSize = 64 * 1024 * 1024;
    private const string Big = $"datasets/{Dataset}/data/big";

    private readonly TrailWorld _world;

    public ObjectRequestTests(TrailWorld world)
    {
        _world = world;
        _world.Forget();
    }

    [Fact]
    public async Task A_download_counts_the_bytes_of_its_body()
    {
        using var response = await GetAsync(await PresignAsync());
        var request = await _world.OnlyAsync();
        Assert.Equal((HttpStatusCode.OK, "GetObject", 3L, null), (response.StatusCode, request.Name, request.BytesOut, request.ErrorCode));
        Assert.Equal((Download, Publisher, Granted), (request.AccessPoint, request.Bucket, request.Key));
    }

    [Fact]
    public async Task A_range_counts_as_much_as_it_is()
    {
        using var response = await GetAsync(await PresignAsync(), range: new(1, 1));
        Assert.Equal((HttpStatusCode.PartialContent, 1L), (response.StatusCode, (await _world.OnlyAsync()).BytesOut));
    }

    [Fact]
    public async Task A_download_that_is_given_up_counts_what_was_sent_until_then()
    {
        await _world.Storage.Aws.Store.PutAsync(Publisher, Big, new MemoryStream(new byte[BigSize]), cancellationToken: TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        using (var response = await http.GetAsync(await PresignAsync(Big), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken))
        {
            await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await body.ReadExactlyAsync(new byte[1024 * 1024], TestContext.Current.CancellationToken);
        }

        var request = await _world.OnlyAsync();
        Assert.Null(request.ErrorCode);
        Assert.InRange(request.BytesOut, 1024 * 1024, BigSize - 1);
    }

    [Fact]
    public async Task A_refused_download_counts_the_bytes_of_its_error()
    {
        using var response = await GetAsync(await PresignAsync(NotGranted));
        var request = await _world.OnlyAsync();
        Assert.Equal((HttpStatusCode.Forbidden, "AccessDenied", "Access Denied"), (response.StatusCode, request.ErrorCode, request.ErrorMessage));
        Assert.Equal((await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, request.BytesOut);
    }

    [Fact]
    public async Task A_look_at_an_object_sends_no_body()
    {
        using var s3 = _world.Storage.Aws.S3(await VendAsync("SharesPipelineRole", Analyze), inVpc: true);
        await s3.GetObjectMetadataAsync(_world.Storage.Alias(Analyze), Granted, TestContext.Current.CancellationToken);
        var request = await _world.OnlyAsync();
        Assert.Equal(("HeadObject", 0L), (request.Name, request.BytesOut));
    }

    [Fact]
    public async Task A_request_says_where_it_came_from()
    {
        using var _ = await GetAsync(await PresignAsync(), forwardedFor: "198.51.100.9");
        Assert.Equal(("198.51.100.9", null), Origin(await _world.OnlyAsync()));
    }

    [Fact]
    public async Task A_request_that_does_not_say_so_comes_from_the_Internet()
    {
        using var _ = await GetAsync(await PresignAsync());
        Assert.Equal(("203.0.113.7", null), Origin(await _world.OnlyAsync()));
    }

    [Fact]
    public async Task A_request_through_the_endpoint_comes_from_the_VPC()
    {
        Assert.Equal("OK", await new StorageClient(_world.Storage, await VendAsync("SharesPipelineRole", Analyze)).ReadAsync(Analyze, Granted));
        Assert.Equal(("10.0.3.7", Tests.Aws.LocalAwsHost.VpcId), Origin(await _world.OnlyAsync()));
    }

    [Fact]
    public async Task Nobody_hears_of_a_request_with_a_wrong_signature_or_past_the_access_points()
    {
        var url = await PresignAsync();
        using var forged = await GetAsync(url.Replace("X-Amz-Signature=", "X-Amz-Signature=0", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Equal("AccessDenied", await new StorageClient(_world.Storage, await VendAsync("SharesDownloadRole", Download)).ReadAsync(null, Granted, inVpc: false));
        // What comes last is heard of, and so would be what was before.
        using var heard = await GetAsync(url);
        Assert.Equal(3, (await _world.OnlyAsync()).BytesOut);
    }

    private static (string, string?) Origin(ObjectRequest request) => (request.Caller.Origin.SourceIp, request.Caller.Origin.VpcId);

    private Task<Credential> VendAsync(string role, string accessPoint) => _world.Storage.VendAsync(role, (accessPoint, Dataset));

    private async Task<string> PresignAsync(string key = Granted)
    {
        using var s3 = _world.Storage.Aws.S3(await VendAsync("SharesDownloadRole", Download));
        return await s3.GetPreSignedURLAsync(new()
        {
            BucketName = _world.Storage.Alias(Download), Key = key, Protocol = Amazon.S3.Protocol.HTTP, Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(10),
        });
    }

    private static async Task<HttpResponseMessage> GetAsync(string url, RangeHeaderValue? range = null, string? forwardedFor = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Range = range;
        if (forwardedFor is not null) request.Headers.Add("X-Forwarded-For", forwardedFor);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
