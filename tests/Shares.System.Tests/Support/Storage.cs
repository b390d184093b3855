using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Shares.SystemTests.Support;

/// <summary>Reads and writes objects as AWS's SDK does, and says what storage answered.</summary>
public static class Storage
{
    public static AmazonS3Client Client(AWSCredentials credentials, Uri endpoint) => new(credentials, new AmazonS3Config
    {
        ServiceURL = endpoint.ToString(),
        ForcePathStyle = true,
        AuthenticationRegion = "us-east-1",
        MaxErrorRetry = 0,
    });

    public static async Task<byte[]> ReadAsync(AWSCredentials credentials, Uri endpoint, string bucket, string key)
    {
        using var s3 = Client(credentials, endpoint);
        using var response = await s3.GetObjectAsync(bucket, key);
        using var bytes = new MemoryStream();
        await response.ResponseStream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    public static Task RefusesReadAsync(AWSCredentials credentials, Uri endpoint, string bucket, string key) =>
        RefusesAsync(credentials, endpoint, s3 => s3.GetObjectAsync(bucket, key));

    public static Task RefusesWriteAsync(AWSCredentials credentials, Uri endpoint, string bucket, string key) =>
        RefusesAsync(credentials, endpoint, s3 => s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = "x" }));

    /// <summary>The access point behind the alias does not exist any more.</summary>
    public static async Task IsGoneAsync(AWSCredentials credentials, Uri endpoint, string alias, string key)
    {
        using var s3 = Client(credentials, endpoint);
        var refusal = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => s3.GetObjectAsync(alias, key));
        Assert.Equal(404, (int)refusal.StatusCode);
    }

    public static async Task RefusesAsync(AWSCredentials credentials, Uri endpoint, Func<AmazonS3Client, Task> request)
    {
        using var s3 = Client(credentials, endpoint);
        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => request(s3));
        Assert.Equal(("AccessDenied", 403), (refusal.ErrorCode, (int)refusal.StatusCode));
    }

    /// <summary>The bucket (or alias) and key of an address such as <c>s3://bucket/datasets/id</c>.</summary>
    public static (string Bucket, string Prefix) Parse(string address)
    {
        var parts = address["s3://".Length..].Split('/', 2);
        return (parts[0], parts[1]);
    }
}
