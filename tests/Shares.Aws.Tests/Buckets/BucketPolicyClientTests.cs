using Shares.Aws.Buckets;
using Shares.Aws.Tests.AccessPoints;

namespace Shares.Aws.Tests.Buckets;

public sealed class BucketPolicyClientTests
{
    private const string Bucket = "project-bucket";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_S3_saying_that_there_is_no_policy_means_none()
    {
        await using var s3 = await FaultyS3.StartAsync(Answer.PlainError(404, "NoSuchBucketPolicy"));
        Assert.True((await Client(s3).FindAsync(Bucket, Ct)).Succeeded(out var policy, out _));
        Assert.Null(policy);
    }

    [Theory]
    [InlineData(403, "AccessDenied", false)]
    [InlineData(404, "NoSuchBucket", false)]
    [InlineData(404, "NoSuchKey", false)]
    [InlineData(409, "OperationAborted", true)]
    [InlineData(503, "SlowDown", true)]
    public async Task Every_other_refusal_is_a_failure(int status, string code, bool mayPass)
    {
        await using var s3 = await FaultyS3.StartAsync(Answer.PlainError(status, code));
        var failure = (await Client(s3).FindAsync(Bucket, Ct)).Failure;
        Assert.Equal((code, mayPass), (failure!.Code, failure.IsTransient));
        Assert.Contains(Bucket, failure.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(404, "<html/>")]
    public async Task An_answer_that_says_nothing_is_a_failure(int status, string body)
    {
        await using var s3 = await FaultyS3.StartAsync(new Answer(status, body));
        Assert.NotNull((await Client(s3).FindAsync(Bucket, Ct)).Failure);
    }

    [Fact]
    public async Task The_policy_is_given_as_S3_has_it()
    {
        const string text = "{ \"Version\": \"2012-10-17\",\n  \"Statement\": [] }";
        await using var s3 = await FaultyS3.StartAsync(new Answer(200, text));
        Assert.True((await Client(s3).FindAsync(Bucket, Ct)).Succeeded(out var policy, out _));
        Assert.Equal(text, policy);
    }

    [Fact]
    public async Task A_bucket_of_another_account_is_neither_read_nor_written()
    {
        await using var s3 = await FaultyS3.StartAsync(new Answer(200, "{}"));
        await Client(s3).FindAsync(Bucket, Ct);
        Assert.Null(await Client(s3).WriteAsync(Bucket, "{}", Ct));
        Assert.All(s3.Received, request => Assert.Equal(Clients.Account, request.Headers["x-amz-expected-bucket-owner"]));
    }

    private static BucketPolicyClient Client(FaultyS3 s3) => new(Clients.S3(s3.Address), Clients.Account);
}
