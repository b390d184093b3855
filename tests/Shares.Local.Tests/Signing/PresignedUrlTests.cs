using Amazon.S3;
using Amazon.S3.Model;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.Signing;

public sealed class PresignedUrlTests(LocalAwsHost aws) : IClassFixture<LocalAwsHost>
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task A_presigned_url_reads_its_object() => Assert.Equal("200", await Get(await Url()));

    [Theory]
    [InlineData("report", "reporT", "403 SignatureDoesNotMatch")]
    [InlineData("report", "x/../report", "403 SignatureDoesNotMatch")]
    [InlineData("report", "x/%2e%2e/report", "403 SignatureDoesNotMatch")]
    [InlineData("/report", "//report", "403 SignatureDoesNotMatch")]
    [InlineData("&X-Amz-Signature=", "&extra=1&X-Amz-Signature=", "403 SignatureDoesNotMatch")]
    [InlineData("X-Amz-Expires=600", "X-Amz-Expires=601", "403 SignatureDoesNotMatch")]
    [InlineData("X-Amz-Expires=600", "X-Amz-Expires=604801", "400 AuthorizationQueryParametersError")]
    [InlineData("X-Amz-Expires=600", "X-Amz-Expires=0", "400 AuthorizationQueryParametersError")]
    [InlineData("X-Amz-Expires=600", "X-Amz-Expires=-1", "400 AuthorizationQueryParametersError")]
    [InlineData("X-Amz-Expires=600&", "", "400 AuthorizationQueryParametersError")]
    [InlineData("X-Amz-Expires=600", "X-Amz-Expires=600&X-Amz-Expires=600", "400 AuthorizationQueryParametersError")]
    [InlineData("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256", "400 AuthorizationQueryParametersError")]
    [InlineData("us-east-1", "eu-west-1", "400 AuthorizationQueryParametersError")]
    [InlineData("%2Fs3%2F", "%2Fsts%2F", "403 SignatureDoesNotMatch")]
    [InlineData("ASIA", "AKIA", "403 InvalidAccessKeyId")]
    [InlineData("X-Amz-Security-Token=", "X-Amz-Security-Token=A", "400 InvalidToken")]
    [InlineData("X-Amz-Security-Token=", "X-Not-The-Token=", "400 InvalidToken")]
    public async Task A_changed_url_is_refused(string part, string replacement, string expected)
    {
        var url = await Url();
        Assert.Contains(part, url, StringComparison.Ordinal);
        Assert.Equal(expected, await Get(url.Replace(part, replacement, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("*", "*")]
    [InlineData("https://shares.example.org", "https://shares.example.org")]
    [InlineData("https://other.example.org", null)]
    [InlineData(null, null)]
    public async Task Pages_of_the_origins_that_the_bucket_allows_read_what_a_url_answers(string? allowed, string? answered)
    {
        var url = await Url();
        using var s3 = aws.S3(aws.Admin);
        var rule = new CORSRule { AllowedMethods = ["GET"], AllowedOrigins = [allowed ?? "https://none.example.org"], ExposeHeaders = ["ETag"] };
        var bucket = new Uri(url).Segments[1].TrimEnd('/');
        await s3.PutCORSConfigurationAsync(new() { BucketName = bucket, Configuration = new() { Rules = [rule] } });
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { { "Origin", "https://shares.example.org" } } };
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(answered, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) ? origins.Single() : null);
    }

    [Fact]
    public async Task A_url_for_reading_does_not_write() =>
        Assert.Equal("403 SignatureDoesNotMatch", await Refusal.Of(await Http.PutAsync(await Url(), new StringContent("x"))));

    [Fact]
    public async Task A_url_lives_as_long_as_it_says_and_no_longer()
    {
        await using var host = new LocalAwsHost();
        await host.InitializeAsync();
        var url = await Url(host);
        host.Time.Shift = TimeSpan.FromSeconds(590);
        Assert.Equal("200", await Get(url));
        host.Time.Shift = TimeSpan.FromSeconds(601);
        Assert.Equal("403 AccessDenied", await Get(url));
    }

    [Fact]
    public async Task A_url_dies_with_the_session_that_signed_it()
    {
        await using var host = new LocalAwsHost();
        await host.InitializeAsync();
        var url = await Url(host, lifetime: TimeSpan.FromMinutes(5));
        host.Time.Shift = TimeSpan.FromMinutes(6);
        Assert.Equal("400 ExpiredToken", await Get(url));
    }

    [Fact]
    public async Task A_request_without_any_signature_is_refused()
    {
        var bucket = aws.NewBucket().Info.Name;
        Assert.Equal("403 AccessDenied", await Get($"{aws.Url()}/{bucket}/report"));
    }

    [Fact]
    public async Task A_url_presigned_with_version_2_is_told_so() =>
        Assert.Equal("400 InvalidRequest", await Get($"{aws.Url()}/bucket/report?AWSAccessKeyId=AKIA&Signature=c2ln&Expires=1"));

    private Task<string> Url() => Url(aws);

    private static async Task<string> Url(LocalAwsHost host, TimeSpan? lifetime = null)
    {
        var bucket = host.NewBucket().Info.Name;
        await host.Store.PutAsync(bucket, "report", new MemoryStream([1, 2, 3]));
        var signer = lifetime is null ? host.Admin
            : host.Credentials.IssueSession(host.Roles.Find("admin")!, new("short", lifetime));
        using var s3 = host.S3(signer);
        while (true)
        {
            var url = await s3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
            {
                BucketName = bucket,
                Key = "report",
                Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(600),
                Protocol = Protocol.HTTP,
            });
            // The SDK counts from the moment of signing, which may be in the next second.
            if (url.Contains("X-Amz-Expires=600&", StringComparison.Ordinal)) return url;
        }
    }

    private static async Task<string> Get(string url)
    {
        // The address as written: Uri would resolve its dots.
        var uri = new Uri(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        return await Refusal.Of(await Http.SendAsync(request));
    }
}
