using System.Xml.Linq;
using Shares.Local.Identity;
using Shares.Local.S3.Http;

namespace Shares.Local.S3.Buckets;

public static class ListBuckets
{
    public static async Task<S3Error?> RunAsync(S3Call call)
    {
        var s3 = AwsXml.S3;
        await AwsXml.WriteAsync(call.Http.Response, 200, new XElement(s3 + "ListAllMyBucketsResult",
            new XElement(s3 + "Owner", new XElement(s3 + "ID", LocalAccount.Id)),
            new XElement(s3 + "Buckets", call.Store.Buckets.Select(bucket => new XElement(s3 + "Bucket",
                new XElement(s3 + "Name", bucket.Info.Name),
                new XElement(s3 + "CreationDate", AwsXml.Time(bucket.Info.CreatedAt)))))), call.Aborted);
        return null;
    }
}
