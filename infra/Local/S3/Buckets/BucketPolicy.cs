using Shares.Local.S3.Http;

namespace Shares.Local.S3.Buckets;

public static class BucketPolicy
{
    public static async Task<S3Error?> GetAsync(S3Call call)
    {
        if (call.Bucket!.Info.Policy is not { } policy) return S3Error.NoSuchBucketPolicy;
        call.Http.Response.ContentType = "application/json";
        await call.Http.Response.WriteAsync(policy, call.Aborted);
        return null;
    }

    /// <summary>Replaces the whole policy.</summary>
    public static async Task<S3Error?> PutAsync(S3Call call)
    {
        var (policy, error) = await ResourcePolicy.ReadAsync(call.Http.Request, call.Services.Policies, call.Bucket!.Info.Arn, call.Aborted);
        if (policy is null) return error;
        call.Bucket.Update(info => info with { Policy = policy });
        call.Http.Response.StatusCode = StatusCodes.Status204NoContent;
        return null;
    }

    public static Task<S3Error?> DeleteAsync(S3Call call)
    {
        call.Bucket!.Update(info => info with { Policy = null });
        call.Http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.FromResult<S3Error?>(null);
    }
}
