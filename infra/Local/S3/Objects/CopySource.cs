using System.Text;
using Shares.Local.S3.Http;
using Shares.Local.S3.Storage;
using Shares.Local.Signing;

namespace Shares.Local.S3.Objects;

/// <summary>The object that a copy reads, with the caller's permission to read it.</summary>
public static class CopySource
{
    public const string Header = "x-amz-copy-source";
    private static readonly Dictionary<string, string> NoConditions = [];

    public static async Task<(StoredObject? Stored, FileStream? Content, S3Error? Error)> OpenAsync(S3Call call)
    {
        var header = call.Http.Request.Headers[Header].ToString();
        var (path, version) = header.Split("?versionId=") is [var before, var after] ? (before, after) : (header, null);
        if (Address(path) is not { Key.Length: > 0 } address)
            return (null, null, S3Error.InvalidArgument("Copy Source must mention the source bucket and key: sourcebucket/sourcekey"));
        var (target, missing) = call.Services.Resolve(address);
        if (target is null || call.Store.Find(target.Bucket.Name) is not { } bucket) return (null, null, missing);
        var action = version is null ? "s3:GetObject" : "s3:GetObjectVersion";
        if (!await call.Services.Authorizer.IsAllowedAsync(call.Caller, action, target, address.Key, NoConditions, call.Aborted))
            return (null, null, S3Error.AccessDenied);
        if (version is not (null or "null")) return (null, null, S3Error.NoSuchVersion);
        var (stored, content) = GetObject.Open(call.Store, bucket, address.Key);
        if (stored is null)
        {
            var mayList = await call.Services.Authorizer.IsAllowedAsync(call.Caller, "s3:ListBucket", target, null, NoConditions, call.Aborted);
            return (null, null, mayList ? S3Error.NoSuchKey : S3Error.AccessDenied);
        }

        if (Preconditions.Read(call.Http.Request.Headers, stored, "x-amz-copy-source-") == 0) return (stored, content, null);
        await content!.DisposeAsync();
        return (null, null, S3Error.PreconditionFailed);
    }

    private static S3Address? Address(string path)
    {
        var decoded = Encoding.UTF8.GetString(UriEncoding.Decode(path)).TrimStart('/');
        // An access point is named arn:…:accesspoint/NAME/object/KEY here, and arn:…:accesspoint/NAME/KEY in a path.
        var address = S3Address.OfPath(decoded);
        const string marker = "object/";
        if (address.AccessPoint is null) return address;
        return address.Key.StartsWith(marker, StringComparison.Ordinal) ? address with { Key = address.Key[marker.Length..] } : null;
    }
}
