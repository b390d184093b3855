using Shares.Local.S3.Http;
using Shares.Local.S3.Storage;
using Shares.Local.Signing;

namespace Shares.Local.S3.Objects;

/// <summary>A body that arrived whole and matches every digest that came with it.</summary>
/// <param name="Checksums">By header; at most one.</param>
public sealed record Upload(ReceivedBlob Blob, IReadOnlyDictionary<string, string> Checksums)
{
    private const long MaximumSize = 5L * 1024 * 1024 * 1024;
    private static readonly Dictionary<string, string> None = [];

    public static async Task<(Upload? Upload, S3Error? Error)> ReceiveAsync(S3Call call)
    {
        var request = call.Http.Request;
        var isChunked = call.Http.Features.Get<ChunkedBodyStream>() is not null;
        if (!isChunked && request.ContentLength is null) return (null, S3Error.MissingContentLength);
        if (request.ContentLength > MaximumSize) return (null, S3Error.EntityTooLarge);
        var expectedMd5 = new byte[16];
        var hasMd5 = request.Headers.TryGetValue("Content-MD5", out var md5);
        if (hasMd5 && !(Convert.TryFromBase64String(md5.ToString(), expectedMd5, out var length) && length == 16))
            return (null, S3Error.InvalidDigest);
        var checksum = Checksum.Of(request);
        var blob = await call.Store.Blobs.ReceiveAsync(request.Body, checksum is null ? null : checksum.Append, call.Aborted);
        var value = checksum?.Verified(request);
        if ((checksum is not null && value is null) || (hasMd5 && !blob.Md5.AsSpan().SequenceEqual(expectedMd5)))
        {
            call.Store.Blobs.Delete(blob.Name);
            return (null, S3Error.BadDigest);
        }

        return (new Upload(blob, value is null ? None : new Dictionary<string, string> { [checksum!.Header] = value }), null);
    }
}
