using Shares.Local.S3.Http;

namespace Shares.Local.S3.Objects;

public static class DeleteObject
{
    /// <summary>Deleting what is not there succeeds.</summary>
    public static Task<S3Error?> RunAsync(S3Call call)
    {
        call.Store.Remove(call.Bucket!, call.Key);
        call.Http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.FromResult<S3Error?>(null);
    }
}
