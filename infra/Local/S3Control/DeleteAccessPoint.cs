using Shares.Local.S3.Http;

namespace Shares.Local.S3Control;

public static class DeleteAccessPoint
{
    public static async Task<S3Error?> RunAsync(ControlCall call)
    {
        var origin = call.Services.AccessPoints.Find(call.Name)?.NetworkOrigin;
        if (!await call.IsAllowedAsync("s3:DeleteAccessPoint", origin)) return S3Error.AccessDenied;
        return call.Services.AccessPoints.Remove(call.Name) ? call.NoContent() : S3Error.NoSuchAccessPoint;
    }
}
