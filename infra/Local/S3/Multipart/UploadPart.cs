using System.Globalization;
using Shares.Local.S3.Http;
using Shares.Local.S3.Objects;

namespace Shares.Local.S3.Multipart;

/// <summary>UploadPart and UploadPartCopy.</summary>
public static class UploadPart
{
    private const int MaximumNumber = 10_000;

    public static async Task<S3Error?> RunAsync(S3Call call)
    {
        if (call.Services.Uploads.Find(call.Request.Single("uploadId"), call.Bucket!.Info.Name, call.Key) is not { } multipart) return S3Error.NoSuchUpload;
        if (!int.TryParse(call.Request.Single("partNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MaximumNumber)
            return S3Error.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive");
        var isCopy = call.Http.Request.Headers.ContainsKey(CopySource.Header);
        var (upload, error) = isCopy ? await CopyAsync(call) : await Upload.ReceiveAsync(call);
        if (upload is null) return error;
        var part = new UploadedPart(number, upload, call.Services.Time.GetUtcNow());
        UploadedPart? replaced = null;
        multipart.Parts.AddOrUpdate(number, part, (_, previous) =>
        {
            replaced = previous;
            return part;
        });
        if (replaced is not null) call.Store.Blobs.Delete(replaced.Blob.Name);
        var headers = call.Http.Response.Headers;
        foreach (var (name, value) in upload.Checksums) headers[name] = value;
        if (isCopy) await CopyObject.WriteAsync(call, "CopyPartResult", part.Blob.ETag, part.LastModified);
        else headers.ETag = ObjectHeaders.Quoted(part.Blob.ETag);
        return null;
    }

    private static async Task<(Upload? Upload, S3Error? Error)> CopyAsync(S3Call call)
    {
        var (source, content, error) = await CopySource.OpenAsync(call);
        if (source is null) return (null, error);
        await using (content)
        {
            var (range, isUnsatisfiable) = ByteRange.Parse(call.Http.Request.Headers["x-amz-copy-source-range"].ToString(), source.Size);
            if (isUnsatisfiable) return (null, S3Error.InvalidRange);
            var part = range ?? new ByteRange(0, source.Size);
            await using var slice = new BlobSequence([(() => content!, part)]);
            return (new Upload(await call.Store.Blobs.ReceiveAsync(slice, observe: null, call.Aborted), new Dictionary<string, string>()), null);
        }
    }
}
