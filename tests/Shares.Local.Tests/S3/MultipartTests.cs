using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.S3;

public sealed class MultipartTests : IClassFixture<LocalAwsHost>, IDisposable
{
    private const int MiB = 1024 * 1024;
    private readonly AmazonS3Client _s3;
    private readonly string _bucket;

    public MultipartTests(LocalAwsHost aws)
    {
        _s3 = aws.S3(aws.Admin);
        _bucket = aws.NewBucket().Info.Name;
    }

    public void Dispose() => _s3.Dispose();

    [Fact]
    public async Task A_large_file_uploaded_in_parts_at_once_comes_back_byte_for_byte()
    {
        var bytes = new byte[20 * MiB];
        new Random(1).NextBytes(bytes);
        using var transfer = new TransferUtility(_s3, new TransferUtilityConfig { MinSizeBeforePartUpload = 5 * MiB });
        await transfer.UploadAsync(new TransferUtilityUploadRequest
        {
            BucketName = _bucket, Key = "big", InputStream = new MemoryStream(bytes), PartSize = 5 * MiB,
        });
        using var got = await _s3.GetObjectAsync(_bucket, "big");
        using var back = new MemoryStream();
        await got.ResponseStream.CopyToAsync(back);
        Assert.True(bytes.AsSpan().SequenceEqual(back.ToArray()));
        Assert.EndsWith("-4\"", got.ETag, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_are_listed_and_nothing_is_there_before_the_upload_is_completed()
    {
        var upload = await Begin();
        await Part(upload, 2, "b");
        await Part(upload, 1, "a");
        var parts = (await _s3.ListPartsAsync(new ListPartsRequest { BucketName = _bucket, Key = "k", UploadId = upload })).Parts;
        Assert.Equal([1, 2], parts.Select(part => part.PartNumber!.Value));
        Assert.Equal("NoSuchKey", await Refusal.CodeOf(() => _s3.GetObjectAsync(_bucket, "k")));
    }

    [Fact]
    public async Task Only_parts_that_were_uploaded_and_are_large_enough_complete_an_upload()
    {
        var upload = await Begin();
        var (first, second) = (await Part(upload, 1, "a"), await Part(upload, 2, "b"));
        Assert.Equal("InvalidPart", await Complete(upload, new PartETag(1, "\"0\"")));
        Assert.Equal("InvalidPart", await Complete(upload, new PartETag(3, first.ETag)));
        Assert.Equal("EntityTooSmall", await Complete(upload, first, second));
        Assert.Equal("OK", await Complete(upload, second));
        Assert.Equal("NoSuchUpload", await Complete(upload, second));
    }

    [Fact]
    public async Task An_aborted_upload_takes_no_more_parts()
    {
        var upload = await Begin();
        await Part(upload, 1, "a");
        await _s3.AbortMultipartUploadAsync(_bucket, "k", upload);
        Assert.Equal("NoSuchUpload", await Refusal.CodeOf(() => Part(upload, 2, "b")));
    }

    [Fact]
    public async Task An_upload_belongs_to_its_key()
    {
        var upload = await Begin();
        Assert.Equal("NoSuchUpload", await Refusal.CodeOf(() => _s3.AbortMultipartUploadAsync(_bucket, "other", upload)));
    }

    private async Task<string> Begin() => (await _s3.InitiateMultipartUploadAsync(_bucket, "k")).UploadId;

    private async Task<PartETag> Part(string upload, int number, string body)
    {
        var answer = await _s3.UploadPartAsync(new UploadPartRequest
        {
            BucketName = _bucket,
            Key = "k",
            UploadId = upload,
            PartNumber = number,
            InputStream = new MemoryStream(Encoding.ASCII.GetBytes(body)),
        });
        return new PartETag(number, answer.ETag);
    }

    private Task<string> Complete(string upload, params PartETag[] parts) => Refusal.CodeOf(() => _s3.CompleteMultipartUploadAsync(
        new CompleteMultipartUploadRequest { BucketName = _bucket, Key = "k", UploadId = upload, PartETags = [.. parts] }));
}
