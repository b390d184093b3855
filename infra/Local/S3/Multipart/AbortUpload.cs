using Shares.Local.S3.Http;

namespace Shares.Local.S3.Multipart;

public static class AbortUpload
{
    public static Task<S3Error?> RunAsync(S3Call call)
    {
        var uploads = call.Services.Uploads;
        if (uploads.Find(call.Request.Single("uploadId"), call.Bucket!.Info.Name, call.Key) is not { } upload || !uploads.End(upload))
            return Task.FromResult<S3Error?>(S3Error.NoSuchUpload);
        foreach (var part in upload.Parts.Values) call.Store.Blobs.Delete(part.Blob.Name);
        call.Http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.FromResult<S3Error?>(null);
    }
}
