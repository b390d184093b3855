using Shares.Local.S3.Http;
using Shares.Local.S3.Storage;

namespace Shares.Local.S3.Objects;

/// <summary>GetObject and HeadObject.</summary>
public static class GetObject
{
    public static async Task<S3Error?> RunAsync(S3Call call)
    {
        if (call.Request.Has("versionId") && call.Request.Single("versionId") != "null") return S3Error.NoSuchVersion;
        var (stored, content) = Open(call.Store, call.Bucket!, call.Key);
        if (stored is null || content is null) return await call.MissingKeyAsync();
        await using (content)
        {
            var (request, response) = (call.Http.Request, call.Http.Response);
            var condition = Preconditions.Read(request.Headers, stored);
            if (condition == 412) return S3Error.PreconditionFailed;
            var (range, isUnsatisfiable) = ByteRange.Parse(request.Headers.Range.ToString(), stored.Size);
            if (condition == 0 && isUnsatisfiable) return S3Error.InvalidRange;
            var withChecksums = condition == 0 && range is null && request.Headers["x-amz-checksum-mode"] == "ENABLED";
            ObjectHeaders.Write(response, stored, call.Request, withChecksums);
            response.StatusCode = condition == 304 ? 304 : range is null ? 200 : 206;
            if (condition == 304) return null;
            var part = range ?? new ByteRange(0, stored.Size);
            response.ContentLength = part.Length;
            if (range is not null) response.Headers.ContentRange = $"bytes {part.Offset}-{part.Offset + part.Length - 1}/{stored.Size}";
            if (HttpMethods.IsGet(request.Method)) await CopyAsync(content, part, response.Body, call.Aborted);
            return null;
        }
    }

    /// <summary>Opens the bytes of what the key holds now; what is opened stays readable when the key is written again.</summary>
    public static (StoredObject? Stored, FileStream? Content) Open(S3Store store, Bucket bucket, string key)
    {
        while (bucket.Find(key) is { } stored)
        {
            try
            {
                return (stored, store.Blobs.Open(stored.Blob));
            }
            catch (FileNotFoundException) when (bucket.Find(key)?.Blob != stored.Blob)
            {
                // Written again in between: take the newer one.
            }
        }

        return (null, null);
    }

    private static async Task CopyAsync(FileStream content, ByteRange part, Stream target, CancellationToken cancellationToken)
    {
        content.Position = part.Offset;
        var block = new byte[128 * 1024];
        for (var left = part.Length; left > 0;)
        {
            var count = await content.ReadAsync(block.AsMemory(0, (int)Math.Min(block.Length, left)), cancellationToken);
            if (count == 0) throw new IOException("A blob is shorter than its record says.");
            await target.WriteAsync(block.AsMemory(0, count), cancellationToken);
            left -= count;
        }
    }
}
