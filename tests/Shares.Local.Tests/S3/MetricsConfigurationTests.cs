using Amazon.S3;
using Amazon.S3.Model;
using Shares.Local.Identity;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.S3;

public sealed class MetricsConfigurationTests : IClassFixture<LocalAwsHost>, IDisposable
{
    private readonly LocalAwsHost _aws;
    private readonly AmazonS3Client _s3;
    private readonly string _bucket;

    public MetricsConfigurationTests(LocalAwsHost aws)
    {
        (_aws, _s3) = (aws, aws.S3(aws.Admin));
        _bucket = aws.NewBucket().Info.Name;
    }

    public void Dispose() => _s3.Dispose();

    [Fact]
    public async Task A_configuration_comes_back_as_it_was_put_until_it_is_deleted()
    {
        await PutAsync("shr-1");
        var got = (await _s3.GetBucketMetricsConfigurationAsync(Get("shr-1"), Token)).MetricsConfiguration;
        Assert.Equal("shr-1", got.MetricsId);
        Assert.Equal(LocalAccount.AccessPointArn("shr-1"), Assert.IsType<MetricsAccessPointArnPredicate>(got.MetricsFilter.MetricsFilterPredicate).AccessPointArn);
        await _s3.DeleteBucketMetricsConfigurationAsync(new() { BucketName = _bucket, MetricsId = "shr-1" }, Token);
        // The SDK makes nothing of what is not there.
        Assert.Null((await _s3.GetBucketMetricsConfigurationAsync(Get("shr-1"), Token)).MetricsConfiguration);
        Assert.Equal("NoSuchConfiguration", await Refusal.CodeOf(() => _s3.DeleteBucketMetricsConfigurationAsync(new() { BucketName = _bucket, MetricsId = "shr-1" }, Token)));
    }

    [Fact]
    public async Task All_are_listed_page_by_page()
    {
        var ids = Enumerable.Range(1, 120).Select(n => $"shr-{n:000}").ToList();
        foreach (var id in ids) await PutAsync(id);
        var listed = new List<string>();
        string? token = null;
        do
        {
            var page = await _s3.ListBucketMetricsConfigurationsAsync(new() { BucketName = _bucket, ContinuationToken = token }, Token);
            listed.AddRange(page.MetricsConfigurationList.Select(configuration => configuration.MetricsId));
            token = page.NextToken;
        }
        while (token is not null);

        Assert.Equal(ids, listed);
    }

    [Fact]
    public async Task They_need_a_permission_of_their_own()
    {
        var session = _aws.Session("reader", """[{"Effect":"Allow","Action":["s3:GetMetricsConfiguration"],"Resource":"*"}]""");
        using var s3 = _aws.S3(session);
        Assert.Equal("OK", await Refusal.CodeOf(() => s3.GetBucketMetricsConfigurationAsync(Get("shr-1"), Token)));
        Assert.Equal("AccessDenied", await Refusal.CodeOf(() => s3.DeleteBucketMetricsConfigurationAsync(new() { BucketName = _bucket, MetricsId = "shr-1" }, Token)));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GetBucketMetricsConfigurationRequest Get(string id) => new() { BucketName = _bucket, MetricsId = id };

    private Task<PutBucketMetricsConfigurationResponse> PutAsync(string id) => _s3.PutBucketMetricsConfigurationAsync(new()
    {
        BucketName = _bucket,
        MetricsId = id,
        MetricsConfiguration = new()
        {
            MetricsId = id, MetricsFilter = new() { MetricsFilterPredicate = new MetricsAccessPointArnPredicate(LocalAccount.AccessPointArn(id)) },
        },
    }, Token);
}
