using Amazon.S3;
using Amazon.S3.Model;
using Shares.Aws.Http;

namespace Shares.Aws.Buckets;

/// <summary>Policies of buckets of one account. A bucket of that name in another account is refused.</summary>
public sealed class BucketPolicyClient(IAmazonS3 s3, string accountId)
{
    /// <returns>The text as S3 has it; null only when S3 says that the bucket has no policy.</returns>
    public async Task<AwsResult<string?>> FindAsync(string bucket, CancellationToken ct)
    {
        var action = $"read the policy of bucket {bucket}";
        var request = new GetBucketPolicyRequest { BucketName = bucket, ExpectedBucketOwner = accountId };
        var answer = await S3Call.TryAsync(action, () => s3.GetBucketPolicyAsync(request, ct), ct);
        if (answer.Succeeded(out var found, out var failure))
            return string.IsNullOrWhiteSpace(found.Policy) ? AwsFailure.NoAnswer(action, "the answer is empty.") : found.Policy;
        return failure.Code == "NoSuchBucketPolicy" ? (string?)null : failure;
    }

    /// <summary>Replaces the whole policy.</summary>
    public async Task<AwsFailure?> WriteAsync(string bucket, string policy, CancellationToken ct)
    {
        var request = new PutBucketPolicyRequest { BucketName = bucket, Policy = policy, ExpectedBucketOwner = accountId };
        return (await S3Call.TryAsync($"write the policy of bucket {bucket}", () => s3.PutBucketPolicyAsync(request, ct), ct)).Failure;
    }
}
