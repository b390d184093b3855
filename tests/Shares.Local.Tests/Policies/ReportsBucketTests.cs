using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Shares.Local.Identity;
using Shares.Local.Tests.Aws;
using Shares.Local.Tests.Template;

namespace Shares.Local.Tests.Policies;

/// <summary>The buckets and roles of the templates: who writes the trail's and the reports' buckets, and who reads them.</summary>
public sealed class ReportsBucketTests : IAsyncLifetime
{
    private const string Report = "egress/2026-11/v1/report.csv";
    private const string Addresses = "address-ranges/ip-ranges.json";
    private const string TrailFile = "AWSLogs/111122223333/CloudTrail/us-east-1/2026/11/22/file.json.gz";

    private readonly LocalAwsHost _aws = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _aws.InitializeAsync();
        var template = RealTemplate.Load();
        foreach (var role in template.Roles) _aws.Roles.Add(new LocalRole(role.Name, role.Arn, role.TrustPolicy, role.Policies, new Dictionary<string, string>()));
        foreach (var (name, policy, _) in template.Buckets) _aws.Store.Create(name).Update(info => info with { Policy = policy!.ToJsonString() });
        foreach (var key in (string[])[Report, Addresses]) await _aws.Store.PutAsync("shares-reportsbucket", key, new MemoryStream("hello"u8.ToArray()), cancellationToken: Token);
        await _aws.Store.PutAsync("shares-trailbucket", TrailFile, new MemoryStream([1]), cancellationToken: Token);
    }

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    [Theory]
    [InlineData("ApiFunction", "shares-reportsbucket", Report, "OK")]
    [InlineData("ApiFunction", "shares-reportsbucket", Addresses, "AccessDenied")]
    [InlineData("ApiFunction", "shares-trailbucket", TrailFile, "AccessDenied")]
    [InlineData("EgressFunction", "shares-reportsbucket", Addresses, "OK")]
    [InlineData("EgressFunction", "shares-reportsbucket", "address-ranges/other", "AccessDenied")]
    [InlineData("EgressFunction", "shares-reportsbucket", Report, "AccessDenied")]
    [InlineData("EgressFunction", "shares-trailbucket", TrailFile, "AccessDenied")]
    [InlineData("BillingFunction", "shares-reportsbucket", Report, "OK")]
    [InlineData("BillingFunction", "shares-reportsbucket", Addresses, "OK")]
    [InlineData("BillingFunction", "shares-trailbucket", TrailFile, "OK")]
    [InlineData("AccessFunction", "shares-reportsbucket", Report, "AccessDenied")]
    [InlineData("ProvisioningFunction", "shares-reportsbucket", Report, "AccessDenied")]
    [InlineData("CanaryFunction", "shares-reportsbucket", Report, "AccessDenied")]
    public async Task A_function_reads_what_its_work_needs(string function, string bucket, string key, string expected)
    {
        using var s3 = S3(function);
        Assert.Equal(expected, await Refusal.CodeOf(() => s3.GetObjectAsync(bucket, key, Token)));
    }

    [Theory]
    [InlineData("ApiFunction", Report, "AccessDenied")]
    [InlineData("EgressFunction", Addresses, "AccessDenied")]
    [InlineData("BillingFunction", Report, "OK")]
    [InlineData("BillingFunction", Addresses, "OK")]
    [InlineData("BillingFunction", "elsewhere", "AccessDenied")]
    public async Task Billing_alone_writes_reports(string function, string key, string expected)
    {
        using var s3 = S3(function);
        Assert.Equal(expected, await Refusal.CodeOf(() => s3.PutObjectAsync(new() { BucketName = "shares-reportsbucket", Key = key, ContentBody = "x" }, Token)));
    }

    [Fact]
    public async Task Nobody_writes_or_takes_away_files_of_the_trail()
    {
        using var s3 = S3("BillingFunction");
        Assert.Equal("AccessDenied", await Refusal.CodeOf(() => s3.PutObjectAsync(new() { BucketName = "shares-trailbucket", Key = TrailFile, ContentBody = "x" }, Token)));
        Assert.Equal("AccessDenied", await Refusal.CodeOf(() => s3.DeleteObjectAsync("shares-trailbucket", TrailFile, Token)));
    }

    [Fact]
    public async Task A_report_is_put_in_parts_and_read_in_ranges()
    {
        using var billing = S3("BillingFunction");
        var upload = await billing.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = "shares-reportsbucket", Key = Report }, Token);
        var parts = new List<PartETag>();
        foreach (var (number, text) in ((int, string)[])[(1, new string('a', 5 << 20)), (2, "end")])
        {
            using var body = new MemoryStream(Encoding.ASCII.GetBytes(text));
            var part = await billing.UploadPartAsync(new() { BucketName = "shares-reportsbucket", Key = Report, UploadId = upload.UploadId, PartNumber = number, InputStream = body }, Token);
            parts.Add(new(number, part.ETag));
        }

        await billing.CompleteMultipartUploadAsync(new() { BucketName = "shares-reportsbucket", Key = Report, UploadId = upload.UploadId, PartETags = parts }, Token);
        using var api = S3("ApiFunction");
        using var range = await api.GetObjectAsync(new() { BucketName = "shares-reportsbucket", Key = Report, ByteRange = new ByteRange((5 << 20) - 1, (5 << 20) + 2) }, Token);
        using var reader = new StreamReader(range.ResponseStream);
        Assert.Equal("aend", await reader.ReadToEndAsync(Token));
    }

    private AmazonS3Client S3(string function) => _aws.S3(_aws.Credentials.IssueFor(_aws.Roles.Find($"{function}Role")!, function));
}
