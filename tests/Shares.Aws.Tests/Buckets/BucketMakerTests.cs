using Shares.Aws.Buckets;
using Shares.Aws.Tests.AccessPoints;

namespace Shares.Aws.Tests.Buckets;

public sealed class BucketMakerTests
{
    private const string Bucket = "shares-0190a1b2c3d47e5f8a9b0c1d2e3f4a5b";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bucket_is_made_blocked_encrypted_versioned_and_readable_by_pages()
    {
        await using var s3 = await FaultyS3.StartAsync(new Answer(200));
        Assert.Null(await Maker(s3).EnsureAsync(Bucket, Ct));
        Assert.Equal(["", "?publicAccessBlock", "?encryption", "?versioning", "?cors"], s3.Received.Select(r => r.Query.TrimEnd('=')));
        Assert.Contains("<RestrictPublicBuckets>true<", s3.Received[1].Body, StringComparison.Ordinal);
        Assert.Contains("<SSEAlgorithm>AES256<", s3.Received[2].Body, StringComparison.Ordinal);
        Assert.Contains("<Status>Enabled<", s3.Received[3].Body, StringComparison.Ordinal);
        Assert.Contains("<AllowedMethod>GET</AllowedMethod>", s3.Received[4].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us-east-1", false)]
    [InlineData("eu-central-1", true)]
    public async Task A_bucket_is_placed_in_the_Region_which_us_east_1_has_no_name_for(string region, bool isNamed)
    {
        await using var s3 = await FaultyS3.StartAsync(new Answer(200));
        await Maker(s3, region).EnsureAsync(Bucket, Ct);
        Assert.Equal(isNamed, s3.Received[0].Body.Contains($"<LocationConstraint>{region}<", StringComparison.Ordinal));
        Assert.Equal(isNamed, s3.Received[0].Body.Length > 0);
    }

    [Fact]
    public async Task A_bucket_that_is_there_already_gets_its_settings()
    {
        await using var s3 = await FaultyS3.StartAsync(Answer.PlainError(409, "BucketAlreadyOwnedByYou"), new Answer(200));
        Assert.Null(await Maker(s3).EnsureAsync(Bucket, Ct));
        Assert.Equal(5, s3.Received.Count);
    }

    [Fact]
    public async Task A_bucket_of_somebody_else_is_a_failure_that_does_not_pass()
    {
        await using var s3 = await FaultyS3.StartAsync(Answer.PlainError(409, "BucketAlreadyExists"));
        var failure = await Maker(s3).EnsureAsync(Bucket, Ct);
        Assert.Equal(("BucketAlreadyExists", false), (failure!.Code, failure.IsTransient));
        Assert.Single(s3.Received);
    }

    private static BucketMaker Maker(FaultyS3 s3, string region = "us-east-1") =>
        new(Clients.S3(s3.Address, region), region, Clients.Account);
}
