using System.Globalization;
using System.Xml.Linq;
using Shares.Local.S3.Http;
using Shares.Local.S3.Objects;

namespace Shares.Local.S3.Multipart;

public static class ListParts
{
    private const int MaximumParts = 1000;

    public static async Task<S3Error?> RunAsync(S3Call call)
    {
        if (call.Services.Uploads.Find(call.Request.Single("uploadId"), call.Bucket!.Info.Name, call.Key) is not { } upload) return S3Error.NoSuchUpload;
        _ = int.TryParse(call.Request.Single("part-number-marker"), NumberStyles.None, CultureInfo.InvariantCulture, out var marker);
        var rest = upload.Parts.Values.Where(part => part.Number > marker).OrderBy(part => part.Number).ToList();
        var page = rest.Take(MaximumParts).ToList();
        var s3 = AwsXml.S3;
        await AwsXml.WriteAsync(call.Http.Response, 200, new XElement(s3 + "ListPartsResult",
            new XElement(s3 + "Bucket", upload.Bucket),
            new XElement(s3 + "Key", upload.Key),
            new XElement(s3 + "UploadId", upload.Id),
            new XElement(s3 + "MaxParts", MaximumParts),
            new XElement(s3 + "IsTruncated", rest.Count > page.Count),
            rest.Count > page.Count ? new XElement(s3 + "NextPartNumberMarker", page[^1].Number) : null,
            page.Select(part => new XElement(s3 + "Part",
                new XElement(s3 + "PartNumber", part.Number),
                new XElement(s3 + "LastModified", AwsXml.Time(part.LastModified)),
                new XElement(s3 + "ETag", ObjectHeaders.Quoted(part.Blob.ETag)),
                new XElement(s3 + "Size", part.Blob.Size)))), call.Aborted);
        return null;
    }
}
