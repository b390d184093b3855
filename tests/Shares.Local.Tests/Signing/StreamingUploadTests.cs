using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.Signing;

/// <summary>Uploads in signed chunks, written here as the protocol describes them, so that each part can be changed.</summary>
public sealed class StreamingUploadTests(LocalAwsHost aws) : IClassFixture<LocalAwsHost>
{
    private const string Signed = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private const string SignedTrailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    private const string UnsignedTrailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    private static readonly string[] Chunks = [new('a', 70_000), "bcd"];

    [Theory]
    [InlineData(Signed)]
    [InlineData(SignedTrailer)]
    [InlineData(UnsignedTrailer)]
    public async Task A_streamed_upload_is_decoded(string kind)
    {
        var upload = new ChunkedUpload(aws.Admin, aws.NewBucket().Info.Name, kind, Chunks);
        Assert.Equal("200", await upload.SendAsync(aws.Url()));
        var stored = aws.Store.Find(upload.Bucket)!.Find("key")!;
        using var reader = new StreamReader(aws.Store.Blobs.Open(stored.Blob));
        Assert.Equal(string.Concat(Chunks), await reader.ReadToEndAsync());
        Assert.False(stored.Attributes.Headers.ContainsKey("Content-Encoding"));
    }

    [Theory]
    [InlineData(Signed, "bcd", "bcX", "403 SignatureDoesNotMatch")]
    [InlineData(SignedTrailer, "bcd", "bcX", "403 SignatureDoesNotMatch")]
    [InlineData(SignedTrailer, "x-amz-checksum-crc32:", "x-amz-checksum-crc32:A", "403 SignatureDoesNotMatch")]
    [InlineData(SignedTrailer, "x-amz-trailer-signature:", "x-amz-trailer-signature:0", "403 SignatureDoesNotMatch")]
    [InlineData(UnsignedTrailer, "bcd", "bcX", "400 BadDigest")]
    [InlineData(UnsignedTrailer, "\r\nbcd\r\n", "\r\nbcdd\r\n", "400 IncompleteBody")]
    [InlineData(UnsignedTrailer, "3\r\nbcd\r\n", "", "400 IncompleteBody")]
    [InlineData(UnsignedTrailer, "3\r\nbcd\r\n", "-3\r\nbcd\r\n", "400 IncompleteBody")]
    [InlineData(UnsignedTrailer, "3\r\nbcd\r\n", "7fffffffffffffff\r\nbcd\r\n", "400 IncompleteBody")]
    public async Task A_changed_stream_is_refused_and_not_kept(string kind, string part, string replacement, string expected)
    {
        var upload = new ChunkedUpload(aws.Admin, aws.NewBucket().Info.Name, kind, Chunks);
        Assert.Equal(expected, await upload.SendAsync(aws.Url(), body => body.Replace(part, replacement, StringComparison.Ordinal)));
        Assert.True(aws.Store.Find(upload.Bucket)!.IsEmpty);
    }
}
