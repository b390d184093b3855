using Shares.Local.S3.Http;
using Shares.Local.S3.Storage;

namespace Shares.Local.S3.Objects;

public static class PutObject
{
    public static async Task<S3Error?> RunAsync(S3Call call)
    {
        var (request, response) = (call.Http.Request, call.Http.Response);
        if (request.Headers.ContainsKey(CopySource.Header)) return await CopyObject.RunAsync(call);
        var (upload, error) = await Upload.ReceiveAsync(call);
        if (upload is null) return error;
        var stored = new StoredObject(call.Key, upload.Blob.Name, upload.Blob.Size, upload.Blob.ETag,
            call.Services.Time.GetUtcNow(), ObjectHeaders.Read(request.Headers), upload.Checksums);
        if (!call.Store.Put(call.Bucket!, stored, Preconditions.Write(request.Headers))) return S3Error.PreconditionFailed;
        response.Headers.ETag = ObjectHeaders.Quoted(stored.ETag);
        response.Headers["x-amz-server-side-encryption"] = "AES256";
        foreach (var (name, value) in upload.Checksums) response.Headers[name] = value;
        return null;
    }
}
