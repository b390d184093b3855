using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Shares.Local.S3.Http;
using Shares.Local.S3.Objects;
using Shares.Local.S3.Storage;

namespace Shares.Local.S3.Multipart;

public static class CompleteUpload
{
    // Every part but the last.
    private const long MinimumPart = 5 * 1024 * 1024;

    public static async Task<S3Error?> RunAsync(S3Call call)
    {
        var uploads = call.Services.Uploads;
        if (uploads.Find(call.Request.Single("uploadId"), call.Bucket!.Info.Name, call.Key) is not { } upload) return S3Error.NoSuchUpload;
        if (await AwsXml.ReadAsync(call.Http.Request, call.Aborted) is not { } document) return S3Error.MalformedXml;
        var (parts, error) = Choose(upload, document);
        if (parts is null) return error;
        await using var content = new BlobSequence(parts.Select(part => (Open(call.Store, part), new ByteRange(0, part.Blob.Size))));
        var blob = await call.Store.Blobs.ReceiveAsync(content, observe: null, call.Aborted);
        if (!uploads.End(upload))
        {
            call.Store.Blobs.Delete(blob.Name);
            return S3Error.NoSuchUpload;
        }

        var etag = $"{Convert.ToHexStringLower(MD5.HashData([.. parts.SelectMany(part => part.Blob.Md5)]))}-{parts.Count}";
        var stored = new StoredObject(upload.Key, blob.Name, blob.Size, etag,
            call.Services.Time.GetUtcNow(), upload.Attributes, new Dictionary<string, string>());
        var isWritten = call.Store.Put(call.Bucket, stored, Preconditions.Write(call.Http.Request.Headers));
        foreach (var part in upload.Parts.Values) call.Store.Blobs.Delete(part.Blob.Name);
        if (!isWritten) return S3Error.PreconditionFailed;
        await AwsXml.WriteAsync(call.Http.Response, 200, new XElement(AwsXml.S3 + "CompleteMultipartUploadResult",
            new XElement(AwsXml.S3 + "Location", $"{call.Http.Request.Scheme}://{call.Http.Request.Host}/{upload.Key}"),
            new XElement(AwsXml.S3 + "Bucket", upload.Bucket),
            new XElement(AwsXml.S3 + "Key", upload.Key),
            new XElement(AwsXml.S3 + "ETag", ObjectHeaders.Quoted(etag))), call.Aborted);
        return null;
    }

    private static Func<FileStream> Open(S3Store store, UploadedPart part) => () => store.Blobs.Open(part.Blob.Name);

    private static (List<UploadedPart>? Parts, S3Error? Error) Choose(MultipartUpload upload, XElement document)
    {
        var chosen = new List<UploadedPart>();
        foreach (var element in document.Children("Part"))
        {
            if (!int.TryParse(element.Value("PartNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return (null, S3Error.MalformedXml);
            if (chosen.Count > 0 && number <= chosen[^1].Number) return (null, S3Error.InvalidPartOrder);
            if (!upload.Parts.TryGetValue(number, out var part) || element.Value("ETag")?.Trim('"') != part.Blob.ETag)
                return (null, S3Error.InvalidPart);
            chosen.Add(part);
        }

        if (chosen.Count == 0) return (null, S3Error.MalformedXml);
        return chosen.SkipLast(1).Any(part => part.Blob.Size < MinimumPart) ? (null, S3Error.EntityTooSmall) : (chosen, null);
    }
}
