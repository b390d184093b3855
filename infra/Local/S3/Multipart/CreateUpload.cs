using System.Xml.Linq;
using Shares.Local.S3.Http;
using Shares.Local.S3.Objects;

namespace Shares.Local.S3.Multipart;

public static class CreateUpload
{
    public static async Task<S3Error?> RunAsync(S3Call call)
    {
        var (request, response) = (call.Http.Request, call.Http.Response);
        var upload = call.Services.Uploads.Begin(call.Bucket!.Info.Name, call.Key, ObjectHeaders.Read(request.Headers));
        foreach (var name in (string[])["x-amz-checksum-algorithm", "x-amz-checksum-type"])
        {
            if (request.Headers.TryGetValue(name, out var value)) response.Headers[name] = value;
        }

        await AwsXml.WriteAsync(response, 200, new XElement(AwsXml.S3 + "InitiateMultipartUploadResult",
            new XElement(AwsXml.S3 + "Bucket", call.Bucket.Info.Name),
            new XElement(AwsXml.S3 + "Key", call.Key),
            new XElement(AwsXml.S3 + "UploadId", upload.Id)), call.Aborted);
        return null;
    }
}
