using Amazon.S3;
using Amazon.S3.Model;
using Shares.Aws.Buckets;

namespace Shares.Aws.Objects;

/// <summary>
/// A stream into an object: what fits one part is put at once, what is longer goes as a multipart upload. Given up when it is disposed before it
/// is complete; what a program that dies leaves, the bucket's lifecycle rule for incomplete uploads takes away.
/// </summary>
internal sealed class ObjectUpload(IAmazonS3 s3, string bucket, string key, string contentType) : Stream
{
    /// <summary>S3 takes 10,000 parts of at least 5 MB: so objects of up to 80 GB.</summary>
    private const int PartSize = 8 * 1024 * 1024;

    private readonly List<PartETag> _parts = [];
    private byte[] _part = new byte[64 * 1024];
    private int _filled;
    private long _length;
    private string? _uploadId;
    private bool _isComplete;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get => _length; set => throw new NotSupportedException(); }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            if (_filled == PartSize) await SendPartAsync(cancellationToken);
            if (_filled == _part.Length) Array.Resize(ref _part, Math.Min(_part.Length * 4, PartSize));
            var count = Math.Min(buffer.Length, _part.Length - _filled);
            buffer[..count].CopyTo(_part.AsMemory(_filled));
            (_filled, _length, buffer) = (_filled + count, _length + count, buffer[count..]);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Nothing: a part is sent when it is full.</summary>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public async Task CompleteAsync(CancellationToken ct)
    {
        if (_uploadId is null)
        {
            using var body = new MemoryStream(_part, 0, _filled, writable: false);
            await TryAsync(() => s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentType = contentType, InputStream = body }, ct), ct);
        }
        else
        {
            await SendPartAsync(ct);
            await TryAsync(() => s3.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = _uploadId, PartETags = _parts }, ct), ct);
        }

        _isComplete = true;
    }

    public override async ValueTask DisposeAsync()
    {
        if (!_isComplete && _uploadId is { } id)
        {
            // Its failure changes nothing: the lifecycle rule is there for it.
            _ = await S3Call.TryAsync($"give up writing {key}", () => s3.AbortMultipartUploadAsync(bucket, key, id, CancellationToken.None), CancellationToken.None);
        }

        _isComplete = true;
        await base.DisposeAsync();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Objects are written asynchronously.");

    private async Task SendPartAsync(CancellationToken ct)
    {
        var begin = new InitiateMultipartUploadRequest { BucketName = bucket, Key = key, ContentType = contentType };
        _uploadId ??= (await TryAsync(() => s3.InitiateMultipartUploadAsync(begin, ct), ct)).UploadId;
        using var body = new MemoryStream(_part, 0, _filled, writable: false);
        var part = new UploadPartRequest
        {
            BucketName = bucket, Key = key, UploadId = _uploadId, PartNumber = _parts.Count + 1, PartSize = _filled, InputStream = body,
        };
        var sent = await TryAsync(() => s3.UploadPartAsync(part, ct), ct);
        _parts.Add(new PartETag(part.PartNumber.Value, sent.ETag));
        _filled = 0;
    }

    private async Task<T> TryAsync<T>(Func<Task<T>> call, CancellationToken ct) =>
        (await S3Call.TryAsync($"write {key}", call, ct)).Succeeded(out var answer, out var failure) ? answer! : throw new UploadFailedException(failure);
}
