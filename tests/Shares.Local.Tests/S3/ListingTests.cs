using Amazon.S3.Model;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.S3;

public sealed class ListingTests(LocalAwsHost aws) : IClassFixture<LocalAwsHost>
{
    [Fact]
    public async Task Pages_together_hold_every_key_once_in_order()
    {
        using var s3 = aws.S3(aws.Admin);
        var bucket = await Fill(Enumerable.Range(0, 25).Select(i => $"k{i:00}"));
        var keys = new List<string>();
        ListObjectsV2Response? page = null;
        do
        {
            page = await s3.ListObjectsV2Async(new ListObjectsV2Request
            {
                BucketName = bucket, MaxKeys = 10, ContinuationToken = page?.NextContinuationToken,
            });
            keys.AddRange(Keys(page.S3Objects));
        }
        while (page.IsTruncated == true);
        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"k{i:00}"), keys);
    }

    [Fact]
    public async Task A_delimiter_rolls_keys_up_and_a_prefix_limits_them()
    {
        using var s3 = aws.S3(aws.Admin);
        var bucket = await Fill(["a/1", "a/2", "a/b/3", "c"]);
        var page = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, Prefix = "a/", Delimiter = "/" });
        Assert.Equal(["a/1", "a/2"], Keys(page.S3Objects));
        Assert.Equal(["a/b/"], page.CommonPrefixes);
    }

    [Fact]
    public async Task A_listing_begins_after_the_key_that_is_asked_for()
    {
        using var s3 = aws.S3(aws.Admin);
        var bucket = await Fill(["a", "b", "c"]);
        Assert.Equal(["c"], Keys((await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, StartAfter = "b" })).S3Objects));
        Assert.Equal(["c"], Keys((await s3.ListObjectsAsync(new ListObjectsRequest { BucketName = bucket, Marker = "b" })).S3Objects));
    }

    private static IEnumerable<string> Keys(IEnumerable<S3Object> found) => found.Select(one => one.Key);

    private async Task<string> Fill(IEnumerable<string> keys)
    {
        var bucket = aws.NewBucket().Info.Name;
        foreach (var key in keys) await aws.Store.PutAsync(bucket, key, new MemoryStream());
        return bucket;
    }
}
