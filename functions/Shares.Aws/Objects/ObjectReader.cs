using System.Globalization;
using Amazon.S3;
using Amazon.S3.Model;
using Shares.Aws.Buckets;
using Shares.Aws.Http;

namespace Shares.Aws.Objects;

/// <summary>Reads objects with the function's own role, as streams.</summary>
public sealed class ObjectReader(IAmazonS3 s3)
{
    /// <returns>Null when S3 says that it is not there.</returns>
    public Task<AwsResult<StoredObject?>> OpenAsync(string bucket, string key, CancellationToken ct) => OpenAsync(bucket, key, null, null, ct);

    /// <summary>Part of an object.</summary>
    /// <param name="from">The first byte; one beyond the end is a failure, with code InvalidRange.</param>
    /// <param name="to">The last byte, or one beyond the end.</param>
    /// <param name="etag">Of what is to be read; when it was replaced meanwhile, that is a failure with code PreconditionFailed. Null: whatever is there.</param>
    /// <returns>Null when S3 says that it is not there.</returns>
    public Task<AwsResult<StoredObject?>> OpenRangeAsync(string bucket, string key, long from, long to, string? etag, CancellationToken ct) =>
        OpenAsync(bucket, key, new ByteRange(from, to), etag, ct);

    private async Task<AwsResult<StoredObject?>> OpenAsync(string bucket, string key, ByteRange? range, string? etag, CancellationToken ct)
    {
        var request = new GetObjectRequest { BucketName = bucket, Key = key, ByteRange = range, EtagToMatch = etag };
        var answer = await S3Call.TryAsync($"read {key}", () => s3.GetObjectAsync(request, ct), ct);
        if (!answer.Succeeded(out var found, out var failure)) return failure.Code == "NoSuchKey" ? (StoredObject?)null : failure;
        return new StoredObject(found.ResponseStream, found.ContentLength, SizeOf(found), found.ETag ?? "");
    }

    /// <summary><c>bytes 0-9/1234</c>, where only a part was asked for.</summary>
    private static long SizeOf(GetObjectResponse found) =>
        found.ContentRange is { } range && long.TryParse(range.AsSpan(range.IndexOf('/', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture, out var size)
            ? size
            : found.ContentLength;
}
