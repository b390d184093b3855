using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;

namespace Shares.Aws.Objects;

/// <summary>An object below a prefix.</summary>
/// <param name="Path">The key without the prefix, never empty, never ending in a slash.</param>
/// <param name="Size">In bytes.</param>
public sealed record StoredFile(string Path, long Size);

/// <summary>Lists objects with the function's own role.</summary>
public sealed class ObjectLister(IAmazonS3 s3)
{
    private const int PageSize = 1000;

    /// <summary>
    /// The files below a prefix in the order of S3 (UTF-8 bytes of the key), a page in memory at a time. Keys that end in a slash
    /// are what some tools put in place of empty folders; they are no files.
    /// </summary>
    /// <param name="prefix">Ends in a slash.</param>
    /// <param name="after">Only files after this path, which need not exist.</param>
    /// <exception cref="AmazonS3Exception">The bucket is gone, refuses us, or S3 fails after retries.</exception>
    public async IAsyncEnumerable<StoredFile> ListAsync(
        string bucket, string prefix, string? after, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var request = new ListObjectsV2Request
        {
            BucketName = bucket,
            Prefix = prefix,
            StartAfter = after is null ? null : prefix + after,
            MaxKeys = PageSize,
            // XML cannot hold every character that a key can. The SDK leaves decoding to us; S3 writes a space as a plus.
            Encoding = EncodingType.Url,
        };
        do
        {
            var page = await s3.ListObjectsV2Async(request, ct);
            foreach (var item in page.S3Objects ?? [])
            {
                var path = WebUtility.UrlDecode(item.Key)[prefix.Length..];
                if (path.Length > 0 && !path.EndsWith('/')) yield return new StoredFile(path, item.Size ?? 0);
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
    }
}
