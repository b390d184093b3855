using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Shares.Aws.Http;

namespace Shares.Aws.Buckets;

/// <summary>Makes buckets for projects that did not bring one.</summary>
public sealed class BucketMaker(IAmazonS3 s3, string region, string accountId)
{
    /// <summary>
    /// Makes the bucket, blocks public access, turns on encryption and versioning, and lets pages read; what is there already stays, so
    /// that the call may be repeated. A bucket of that name in another account is a failure.
    /// </summary>
    public async Task<AwsFailure?> EnsureAsync(string bucket, CancellationToken ct) =>
        await CreateAsync(bucket, ct)
        ?? await TryAsync($"block public access to bucket {bucket}", s3.PutPublicAccessBlockAsync, NoPublicAccess(bucket), ct)
        ?? await TryAsync($"encrypt bucket {bucket}", s3.PutBucketEncryptionAsync, Encrypted(bucket), ct)
        ?? await TryAsync($"version bucket {bucket}", s3.PutBucketVersioningAsync, Versioned(bucket), ct)
        ?? await TryAsync($"let pages read from bucket {bucket}", s3.PutCORSConfigurationAsync, ReadByPages(bucket), ct);

    /// <summary>S3 does not take us-east-1 as the name of a place: a bucket without one is there.</summary>
    private async Task<AwsFailure?> CreateAsync(string bucket, CancellationToken ct)
    {
        var request = new PutBucketRequest { BucketName = bucket, UseClientRegion = false, BucketRegionName = region == "us-east-1" ? null : region };
        var failure = await TryAsync($"create bucket {bucket}", s3.PutBucketAsync, request, ct);
        return failure?.Code switch
        {
            "BucketAlreadyOwnedByYou" => null,
            // A conflict passes; the name in somebody else's hands does not.
            "BucketAlreadyExists" => failure with { IsTransient = false },
            _ => failure,
        };
    }

    private PutPublicAccessBlockRequest NoPublicAccess(string bucket) => new()
    {
        BucketName = bucket,
        ExpectedBucketOwner = accountId,
        PublicAccessBlockConfiguration = new()
        {
            BlockPublicAcls = true,
            IgnorePublicAcls = true,
            BlockPublicPolicy = true,
            RestrictPublicBuckets = true,
        },
    };

    private PutBucketEncryptionRequest Encrypted(string bucket) => new()
    {
        BucketName = bucket,
        ExpectedBucketOwner = accountId,
        ServerSideEncryptionConfiguration = new()
        {
            ServerSideEncryptionRules =
            [
                new() { ServerSideEncryptionByDefault = new() { ServerSideEncryptionAlgorithm = ServerSideEncryptionMethod.AES256 } },
            ],
        },
    };

    private PutBucketVersioningRequest Versioned(string bucket) => new()
    {
        BucketName = bucket,
        ExpectedBucketOwner = accountId,
        VersioningConfig = new() { Status = VersionStatus.Enabled },
    };

    /// <summary>
    /// The portal downloads with progress, which browsers allow only with this rule. Any origin may: a read takes a signed URL and no cookie,
    /// so a page can read nothing that whoever gave it the URL could not.
    /// </summary>
    private PutCORSConfigurationRequest ReadByPages(string bucket) => new()
    {
        BucketName = bucket,
        ExpectedBucketOwner = accountId,
        Configuration = new() { Rules = [new() { AllowedMethods = ["GET"], AllowedOrigins = ["*"], ExposeHeaders = ["ETag"] }] },
    };

    private static async Task<AwsFailure?> TryAsync<TRequest, TResponse>(
        string action, Func<TRequest, CancellationToken, Task<TResponse>> call, TRequest request, CancellationToken ct)
        where TResponse : AmazonWebServiceResponse =>
        (await S3Call.TryAsync(action, () => call(request, ct), ct)).Failure;
}
