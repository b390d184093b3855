using Amazon.S3;
using Amazon.S3.Model;
using Shares.Local.Identity;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.Policies;

/// <summary>Tries things with a session, from inside the pipelines' network unless said otherwise. Answers a code, or <c>OK</c>.</summary>
public sealed class StorageClient(SharedStorage storage, Credential session)
{
    /// <param name="accessPoint"><see langword="null"/> for directly on the bucket.</param>
    public async Task<string> ReadAsync(string? accessPoint, string key, bool inVpc = true, string bucket = SharedStorage.Publisher)
    {
        using var s3 = storage.Aws.S3(session, inVpc);
        return await Refusal.CodeOf(() => s3.GetObjectAsync(accessPoint is null ? bucket : storage.Alias(accessPoint), key));
    }

    public async Task<string> WriteAsync(string bucket, string key)
    {
        using var s3 = storage.Aws.S3(session, inVpc: true);
        return await Refusal.CodeOf(() => s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = "x" }));
    }

    public async Task<string> ListAsync(string accessPoint, string? prefix)
    {
        using var s3 = storage.Aws.S3(session, inVpc: true);
        var request = new ListObjectsV2Request { BucketName = storage.Alias(accessPoint), Prefix = prefix };
        return await Refusal.CodeOf(() => s3.ListObjectsV2Async(request));
    }

    public async Task<string> CopyAsync(string accessPoint, string key, string targetBucket)
    {
        using var s3 = storage.Aws.S3(session, inVpc: true);
        return await Refusal.CodeOf(() => s3.CopyObjectAsync(storage.Alias(accessPoint), key, targetBucket, "copy"));
    }

    /// <returns>A URL good for an hour.</returns>
    public string Presign(string accessPoint, bool inVpc = false)
    {
        using var s3 = storage.Aws.S3(session, inVpc);
        return s3.GetPreSignedURL(new GetPreSignedUrlRequest
        {
            BucketName = storage.Alias(accessPoint),
            Key = SharedStorage.Granted,
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1),
            Protocol = Protocol.HTTP,
        });
    }

    public static async Task<string> GetAsync(string url)
    {
        using var http = new HttpClient();
        return await Refusal.Of(await http.GetAsync(url));
    }
}
