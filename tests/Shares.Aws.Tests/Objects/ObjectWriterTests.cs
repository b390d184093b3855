using System.Text;
using Shares.Aws.Objects;
using Shares.Aws.Tests.AccessPoints;

namespace Shares.Aws.Tests.Objects;

public sealed class ObjectWriterTests
{
    private const int Megabyte = 1024 * 1024;

    private static readonly Answer Begun = new(200, "<InitiateMultipartUploadResult><Bucket>bucket</Bucket><Key>key</Key><UploadId>upload-1</UploadId></InitiateMultipartUploadResult>");
    private static readonly Answer Completed = new(200, "<CompleteMultipartUploadResult><Bucket>bucket</Bucket><Key>key</Key><ETag>\"whole\"</ETag></CompleteMultipartUploadResult>");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_fits_one_part_is_put_at_once()
    {
        await using var s3 = await FaultyS3.StartAsync(new Answer(200) { ETag = "\"one\"" });
        Assert.Equal(5, await WrittenAsync(s3, (stream, ct) => stream.WriteAsync("hello"u8.ToArray(), ct).AsTask()));
        var request = Assert.Single(s3.Received);
        Assert.Equal(("PUT", "/bucket/key"), (request.Method, request.Path));
        Assert.Contains("hello", request.Body, StringComparison.Ordinal);
        Assert.StartsWith("text/plain", request.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_longer_goes_in_parts_that_are_put_together_at_the_end()
    {
        await using var s3 = await FaultyS3.StartAsync(Begun, Part(1), Part(2), Part(3), Completed);
        Assert.Equal(20 * Megabyte, await WrittenAsync(s3, WriteMegabytesAsync(20)));
        Assert.Equal(["POST", "PUT", "PUT", "PUT", "POST"], s3.Received.Select(request => request.Method));
        Assert.All(s3.Received.Skip(1).Take(3), (request, n) => Assert.Contains($"partNumber={n + 1}", request.Query, StringComparison.Ordinal));
        Assert.Contains("part-1", s3.Received[^1].Body, StringComparison.Ordinal);
        Assert.Contains("part-3", s3.Received[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_storage_refuses_ends_the_writing_and_the_upload()
    {
        await using var s3 = await FaultyS3.StartAsync(Begun, Part(1), Answer.PlainError(403, "AccessDenied"), new Answer(204));
        var failure = (await WriteAsync(s3, WriteMegabytesAsync(20))).Failure!;
        Assert.Equal("AccessDenied", failure.Code);
        Assert.Equal(("DELETE", "?uploadId=upload-1"), (s3.Received[^1].Method, s3.Received[^1].Query[..18]));
    }

    [Fact]
    public async Task What_the_writer_throws_ends_the_upload_and_comes_out()
    {
        await using var s3 = await FaultyS3.StartAsync(Begun, Part(1), new Answer(204));
        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(s3, async (stream, ct) =>
        {
            await WriteMegabytesAsync(9)(stream, ct);
            throw new InvalidOperationException("The rows have ended early.");
        }));
        Assert.Equal("DELETE", s3.Received[^1].Method);
    }

    [Fact]
    public async Task A_part_of_an_object_is_read_with_what_all_of_it_has()
    {
        await using var s3 = await FaultyS3.StartAsync(new Answer(206, "3456") { ETag = "\"one\"" });
        using var client = Clients.S3(s3.Address);
        (await new ObjectReader(client).OpenRangeAsync("bucket", "key", 3, 6, "\"one\"", Ct)).Succeeded(out var found, out _);
        using var text = new StreamReader(found!.Body, Encoding.UTF8);
        Assert.Equal("3456", await text.ReadToEndAsync(Ct));
        Assert.Equal(("bytes=3-6", "\"one\""), (s3.Received[0].Headers["Range"], s3.Received[0].Headers["If-Match"]));
    }

    [Theory]
    [InlineData(404, "NoSuchKey", null)]
    [InlineData(404, "NoSuchBucket", "NoSuchBucket")]
    [InlineData(403, "AccessDenied", "AccessDenied")]
    [InlineData(412, "PreconditionFailed", "PreconditionFailed")]
    public async Task Only_storage_saying_that_there_is_no_such_object_means_that(int status, string code, string? failure)
    {
        await using var s3 = await FaultyS3.StartAsync(Answer.PlainError(status, code));
        using var client = Clients.S3(s3.Address);
        var answer = await new ObjectReader(client).OpenAsync("bucket", "key", Ct);
        Assert.Equal(failure, answer.Failure?.Code);
        if (answer.Succeeded(out var found, out _)) Assert.Null(found);
    }

    private static Answer Part(int number) => new(200) { ETag = $"\"part-{number}\"" };

    private static Func<Stream, CancellationToken, Task> WriteMegabytesAsync(int count) => async (stream, ct) =>
    {
        for (var n = 0; n < count; n++) await stream.WriteAsync(new byte[Megabyte], ct);
    };

    private static async Task<Shares.Aws.Http.AwsResult<long>> WriteAsync(FaultyS3 s3, Func<Stream, CancellationToken, Task> write)
    {
        using var client = Clients.S3(s3.Address);
        return await new ObjectWriter(client).WriteAsync("bucket", "key", "text/plain", write, Ct);
    }

    private static async Task<long> WrittenAsync(FaultyS3 s3, Func<Stream, CancellationToken, Task> write) =>
        (await WriteAsync(s3, write)).Succeeded(out var size, out var failure) ? size : throw new InvalidOperationException(failure.Detail);
}
