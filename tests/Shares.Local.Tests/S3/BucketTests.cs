using Amazon.S3;
using Amazon.S3.Model;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.S3;

public sealed class BucketTests(LocalAwsHost aws) : IClassFixture<LocalAwsHost>, IDisposable
{
    private readonly AmazonS3Client _s3 = aws.S3(aws.Admin);

    public void Dispose() => _s3.Dispose();

    [Fact]
    public async Task A_bucket_is_made_found_and_deleted()
    {
        await _s3.PutBucketAsync("made-here");
        Assert.Contains("made-here", (await _s3.ListBucketsAsync()).Buckets.Select(bucket => bucket.BucketName));
        await _s3.DeleteBucketAsync("made-here");
        var list = new ListObjectsV2Request { BucketName = "made-here" };
        Assert.Equal("NoSuchBucket", await Refusal.CodeOf(() => _s3.ListObjectsV2Async(list)));
    }

    [Fact]
    public async Task A_bucket_with_objects_is_not_deleted()
    {
        var bucket = aws.NewBucket().Info.Name;
        await aws.Store.PutAsync(bucket, "a", new MemoryStream());
        Assert.Equal("BucketNotEmpty", await Refusal.CodeOf(() => _s3.DeleteBucketAsync(bucket)));
    }

    [Fact]
    public async Task Settings_are_answered_as_they_were_put()
    {
        var bucket = aws.NewBucket().Info.Name;
        await _s3.PutBucketVersioningAsync(new() { BucketName = bucket, VersioningConfig = new() { Status = VersionStatus.Enabled } });
        Assert.Equal(VersionStatus.Enabled, (await _s3.GetBucketVersioningAsync(bucket)).VersioningConfig.Status);
        var block = await _s3.GetPublicAccessBlockAsync(new() { BucketName = bucket });
        Assert.True(block.PublicAccessBlockConfiguration.RestrictPublicBuckets);
    }

    [Fact]
    public async Task Who_may_not_list_does_not_learn_which_keys_exist()
    {
        var bucket = aws.NewBucket().Info.Name;
        using var reader = aws.S3(aws.Session("ReaderOnly", """[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]"""));
        Assert.Equal("AccessDenied", await Refusal.CodeOf(() => reader.GetObjectAsync(bucket, "not there")));
        Assert.Equal("NoSuchKey", await Refusal.CodeOf(() => _s3.GetObjectAsync(bucket, "not there")));
    }

    [Fact]
    public async Task Reading_a_version_needs_a_permission_of_its_own()
    {
        var bucket = aws.NewBucket().Info.Name;
        await aws.Store.PutAsync(bucket, "a", new MemoryStream());
        using var reader = aws.S3(aws.Session("NoVersions", """[{"Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":"*"}]"""));
        Assert.Equal("OK", await Refusal.CodeOf(() => reader.GetObjectAsync(bucket, "a")));
        Assert.Equal("AccessDenied", await Refusal.CodeOf(() => reader.GetObjectAsync(bucket, "a", "null")));
    }

    [Fact]
    public async Task What_the_local_cloud_does_not_have_is_refused_rather_than_taken_for_a_read()
    {
        var bucket = aws.NewBucket().Info.Name;
        Assert.Equal("NotImplemented", await Refusal.CodeOf(() => _s3.GetBucketAclAsync(new GetBucketAclRequest { BucketName = bucket })));
    }
}
