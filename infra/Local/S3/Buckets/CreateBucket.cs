using Shares.Local.S3.Http;
using Shares.Local.S3.Storage;

namespace Shares.Local.S3.Buckets;

public static class CreateBucket
{
    /// <summary>Making one's own bucket again is no error in us-east-1.</summary>
    public static Task<S3Error?> RunAsync(S3Call call)
    {
        if (!BucketName.IsValid(call.Address.Bucket)) return Task.FromResult<S3Error?>(S3Error.InvalidBucketName);
        call.Store.Create(call.Address.Bucket);
        call.Http.Response.Headers.Location = $"/{call.Address.Bucket}";
        return Task.FromResult<S3Error?>(null);
    }
}
