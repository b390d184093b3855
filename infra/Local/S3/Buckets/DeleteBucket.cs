using Shares.Local.S3.Http;

namespace Shares.Local.S3.Buckets;

public static class DeleteBucket
{
    public static Task<S3Error?> RunAsync(S3Call call)
    {
        var bucket = call.Bucket!;
        var error = !bucket.IsEmpty ? S3Error.BucketNotEmpty
            : call.Services.AccessPoints.List(bucket.Info.Name).Count > 0 ? S3Error.BucketHasAccessPoints : null;
        if (error is not null) return Task.FromResult<S3Error?>(error);
        call.Store.Delete(bucket);
        call.Http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.FromResult<S3Error?>(null);
    }
}
