using System.Xml.Linq;
using Shares.Local.S3.Http;

namespace Shares.Local.S3.Buckets;

public static class BucketLocation
{
    /// <summary>Empty stands for us-east-1.</summary>
    public static async Task<S3Error?> RunAsync(S3Call call)
    {
        await AwsXml.WriteAsync(call.Http.Response, 200, new XElement(AwsXml.S3 + "LocationConstraint"), call.Aborted);
        return null;
    }
}
