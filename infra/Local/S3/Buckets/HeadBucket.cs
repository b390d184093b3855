using Shares.Local.Identity;
using Shares.Local.S3.Http;

namespace Shares.Local.S3.Buckets;

public static class HeadBucket
{
    public static Task<S3Error?> RunAsync(S3Call call)
    {
        call.Http.Response.Headers["x-amz-bucket-region"] = LocalAccount.Region;
        call.Http.Response.Headers["x-amz-access-point-alias"] = call.Target!.AccessPoint is null ? "false" : "true";
        return Task.FromResult<S3Error?>(null);
    }
}
