using Amazon.S3;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.S3;

public sealed class BucketPolicyTests : IClassFixture<LocalAwsHost>, IDisposable
{
    private readonly LocalAwsHost _aws;
    private readonly AmazonS3Client _s3;
    private readonly string _bucket;

    public BucketPolicyTests(LocalAwsHost aws)
    {
        _aws = aws;
        _s3 = aws.S3(aws.Admin);
        _bucket = aws.NewBucket().Info.Name;
    }

    private string Denial =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::{{_bucket}}/*"}]}""";

    public void Dispose() => _s3.Dispose();

    [Fact]
    public async Task A_policy_is_put_read_and_deleted()
    {
        await _s3.PutBucketPolicyAsync(_bucket, Denial);
        Assert.Equal(Denial, (await _s3.GetBucketPolicyAsync(_bucket)).Policy);
        await _s3.DeleteBucketPolicyAsync(_bucket);
        Assert.Null(_aws.Store.Find(_bucket)!.Info.Policy);
    }

    [Fact]
    public async Task A_denial_counts_for_an_administrator_too()
    {
        await _s3.PutBucketPolicyAsync(_bucket, Denial);
        Assert.Equal("AccessDenied", await Refusal.CodeOf(() => _s3.DeleteObjectAsync(_bucket, "a")));
    }

    [Theory]
    [InlineData("{", "MalformedPolicy")]
    [InlineData("[]", "MalformedPolicy")]
    [InlineData("""[{"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::BUCKET/*"}]""", "MalformedPolicy")]
    [InlineData("""[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::other/*"}]""", "MalformedPolicy")]
    [InlineData("""[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::BUCKET/*"}]""", "AccessDenied")]
    public async Task A_policy_that_is_malformed_about_something_else_or_public_is_refused(string statements, string expected)
    {
        var policy = statements.StartsWith("[{", StringComparison.Ordinal)
            ? $$"""{"Version":"2012-10-17","Statement":{{statements.Replace("BUCKET", _bucket, StringComparison.Ordinal)}}}""" : statements;
        Assert.Equal(expected, await Refusal.CodeOf(() => _s3.PutBucketPolicyAsync(_bucket, policy)));
        Assert.Null(_aws.Store.Find(_bucket)!.Info.Policy);
    }

    [Theory]
    [InlineData(20_480, "OK")]
    [InlineData(20_481, "MalformedPolicy")]
    public async Task A_policy_has_at_most_20480_bytes(int bytes, string expected) =>
        Assert.Equal(expected, await Refusal.CodeOf(() => _s3.PutBucketPolicyAsync(_bucket, Denial.PadRight(bytes))));
}
