using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.S3;

public sealed class ObjectTests : IClassFixture<LocalAwsHost>, IDisposable
{
    private readonly AmazonS3Client _s3;
    private readonly string _bucket;

    public ObjectTests(LocalAwsHost aws)
    {
        _s3 = aws.S3(aws.Admin);
        _bucket = aws.NewBucket().Info.Name;
    }

    public void Dispose() => _s3.Dispose();

    [Fact]
    public async Task An_object_comes_back_with_what_was_said_about_it()
    {
        var put = New("a", "hello");
        put.ContentType = "text/csv";
        put.Headers.CacheControl = "no-cache";
        put.Metadata.Add("sample", "7");
        await _s3.PutObjectAsync(put);
        using var got = await _s3.GetObjectAsync(_bucket, "a");
        using var reader = new StreamReader(got.ResponseStream);
        Assert.Equal("hello", await reader.ReadToEndAsync());
        Assert.Equal(("text/csv", "no-cache", "7", "\"5d41402abc4b2a76b9719d911017c592\""),
            (got.Headers.ContentType, got.Headers.CacheControl, got.Metadata["sample"], got.ETag));
    }

    [Theory]
    [InlineData("bytes=0-1", "he", "bytes 0-1/5")]
    [InlineData("bytes=3-", "lo", "bytes 3-4/5")]
    [InlineData("bytes=-2", "lo", "bytes 3-4/5")]
    [InlineData("bytes=-9", "hello", "bytes 0-4/5")]
    [InlineData("bytes=4-99", "o", "bytes 4-4/5")]
    [InlineData("bytes=2-1", "hello", null)]
    [InlineData("bytes=0-1,3-4", "hello", null)]
    [InlineData("lines=0-1", "hello", null)]
    public async Task A_range_is_served_or_ignored_as_HTTP_says(string range, string expected, string? contentRange)
    {
        await _s3.PutObjectAsync(New("a", "hello"));
        var status = contentRange is null ? HttpStatusCode.OK : HttpStatusCode.PartialContent;
        Assert.Equal((status, expected, contentRange), await Get("a", range));
    }

    [Theory]
    [InlineData("bytes=5-")]
    [InlineData("bytes=-0")]
    public async Task A_range_outside_the_object_cannot_be_satisfied(string range)
    {
        await _s3.PutObjectAsync(New("a", "hello"));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await Get("a", range)).Status);
    }

    [Fact]
    public async Task Conditions_are_kept()
    {
        await _s3.PutObjectAsync(New("a", "hello"));
        var etag = (await _s3.GetObjectMetadataAsync(_bucket, "a")).ETag;
        var stale = new GetObjectRequest { BucketName = _bucket, Key = "a", EtagToMatch = "\"0\"" };
        Assert.Equal("PreconditionFailed", await Refusal.CodeOf(() => _s3.GetObjectAsync(stale)));
        var (first, update) = (New("a", ""), New("a", ""));
        (first.IfNoneMatch, update.IfMatch) = ("*", etag);
        Assert.Equal("PreconditionFailed", await Refusal.CodeOf(() => _s3.PutObjectAsync(first)));
        Assert.Equal("OK", await Refusal.CodeOf(() => _s3.PutObjectAsync(update)));
    }

    [Fact]
    public async Task Of_many_writers_who_all_want_to_be_first_one_is()
    {
        var codes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
        {
            var put = New("once", $"{i}");
            put.IfNoneMatch = "*";
            return Refusal.CodeOf(() => _s3.PutObjectAsync(put));
        }));
        Assert.Single(codes, "OK");
    }

    [Fact]
    public async Task A_digest_that_does_not_match_keeps_nothing()
    {
        var put = New("a", "hello");
        put.MD5Digest = Convert.ToBase64String(new byte[16]);
        Assert.Equal("BadDigest", await Refusal.CodeOf(() => _s3.PutObjectAsync(put)));
        Assert.Equal("NoSuchKey", await Refusal.CodeOf(() => _s3.GetObjectAsync(_bucket, "a")));
    }

    [Theory]
    [InlineData("CRC32")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task The_checksums_of_the_SDK_are_verified_and_come_back(string algorithm)
    {
        var put = New("a", "hello");
        put.ChecksumAlgorithm = ChecksumAlgorithm.FindValue(algorithm);
        await _s3.PutObjectAsync(put);
        // The SDK compares the body with the checksum that is answered.
        using var got = await _s3.GetObjectAsync(new GetObjectRequest { BucketName = _bucket, Key = "a", ChecksumMode = ChecksumMode.ENABLED });
        using var reader = new StreamReader(got.ResponseStream);
        Assert.Equal("hello", await reader.ReadToEndAsync());
        Assert.NotNull(got.ChecksumCRC32 ?? got.ChecksumSHA1 ?? got.ChecksumSHA256);
    }

    [Fact]
    public async Task A_copy_keeps_bytes_and_attributes()
    {
        var put = New("a b+é", "hello");
        put.ContentType = "text/csv";
        await _s3.PutObjectAsync(put);
        await _s3.CopyObjectAsync(_bucket, "a b+é", _bucket, "copy");
        Assert.Equal("text/csv", (await _s3.GetObjectMetadataAsync(_bucket, "copy")).Headers.ContentType);
        Assert.Equal("hello", (await Get("copy", null)).Body);
    }

    [Fact]
    public async Task Deleting_many_says_what_was_deleted()
    {
        await _s3.PutObjectAsync(New("a", "1"));
        var answer = await _s3.DeleteObjectsAsync(new DeleteObjectsRequest
        {
            BucketName = _bucket, Objects = [new() { Key = "a" }, new() { Key = "not there" }],
        });
        Assert.Equal(["a", "not there"], answer.DeletedObjects.Select(deleted => deleted.Key));
        Assert.Equal("NoSuchKey", await Refusal.CodeOf(() => _s3.GetObjectAsync(_bucket, "a")));
    }

    private PutObjectRequest New(string key, string body) => new() { BucketName = _bucket, Key = key, ContentBody = body };

    private async Task<(HttpStatusCode Status, string Body, string? Range)> Get(string key, string? range)
    {
        var url = await _s3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = _bucket, Key = key, Protocol = Protocol.HTTP, Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
        });
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (range is not null) request.Headers.TryAddWithoutValidation("Range", range);
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentRange?.ToString());
    }
}
