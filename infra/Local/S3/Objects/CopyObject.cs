using System.Xml.Linq;
using Shares.Local.S3.Http;
using Shares.Local.S3.Storage;

namespace Shares.Local.S3.Objects;

public static class CopyObject
{
    public static async Task<S3Error?> RunAsync(S3Call call)
    {
        var (source, content, error) = await CopySource.OpenAsync(call);
        if (source is null) return error;
        var headers = call.Http.Request.Headers;
        ReceivedBlob blob;
        await using (content) blob = await call.Store.Blobs.ReceiveAsync(content!, observe: null, call.Aborted);
        var isReplaced = headers["x-amz-metadata-directive"] == "REPLACE";
        var stored = new StoredObject(call.Key, blob.Name, blob.Size, blob.ETag, call.Services.Time.GetUtcNow(),
            isReplaced ? ObjectHeaders.Read(headers) : source.Attributes, source.Checksums);
        if (!call.Store.Put(call.Bucket!, stored, Preconditions.Write(headers))) return S3Error.PreconditionFailed;
        await WriteAsync(call, "CopyObjectResult", stored.ETag, stored.LastModified);
        return null;
    }

    /// <summary>The answer of a copy, of an object or of a part.</summary>
    public static Task WriteAsync(S3Call call, string root, string etag, DateTimeOffset lastModified) =>
        AwsXml.WriteAsync(call.Http.Response, 200, new XElement(AwsXml.S3 + root,
            new XElement(AwsXml.S3 + "LastModified", AwsXml.Time(lastModified)),
            new XElement(AwsXml.S3 + "ETag", ObjectHeaders.Quoted(etag))), call.Aborted);
}
