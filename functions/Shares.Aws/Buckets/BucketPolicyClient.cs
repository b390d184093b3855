using System.Net;
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
        if (!answer.Succeeded(out var found, out var failure)) return failure;
        // The SDK takes a 404 of this call for success, and the error's body for the policy.
        if (found.HttpStatusCode != HttpStatusCode.OK) return ReadRefusal(action, found);
        return string.IsNullOrWhiteSpace(found.Policy) ? AwsFailure.NoAnswer(action, "the answer is empty.") : found.Policy;
    }

    /// <summary>Replaces the whole policy.</summary>
    public async Task<AwsFailure?> WriteAsync(string bucket, string policy, CancellationToken ct)
    {
        var request = new PutBucketPolicyRequest { BucketName = bucket, Policy = policy, ExpectedBucketOwner = accountId };
        return (await S3Call.TryAsync($"write the policy of bucket {bucket}", () => s3.PutBucketPolicyAsync(request, ct), ct)).Failure;
    }

    private static AwsResult<string?> ReadRefusal(string action, GetBucketPolicyResponse refusal)
    {
        var (code, message) = XmlAnswer.ReadError(XmlAnswer.TryParse(refusal.Policy ?? ""));
        if (code == "NoSuchBucketPolicy") return (string?)null;
        return AwsFailure.Refused(action, code ?? $"HTTP {(int)refusal.HttpStatusCode}", refusal.HttpStatusCode, message);
    }
}
