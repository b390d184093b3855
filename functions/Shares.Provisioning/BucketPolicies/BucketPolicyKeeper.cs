using Shares.Aws.Buckets;
using Shares.Aws.Http;
using Shares.Core.Enforcing;
using Shares.Provisioning.Settling;

namespace Shares.Provisioning.BucketPolicies;

/// <summary>
/// Keeps our statements in a bucket's policy, and those of others as they are. The policy is never deleted, and never written after
/// a read that failed: S3 saying that there is none is the only "none".
/// </summary>
public sealed class BucketPolicyKeeper(BucketPolicyClient policies, StorageContext context, SettledStorage settled, TimeProvider time)
{
    /// <summary>Reads, writes only if our statements are not there to the letter of their meaning, and reads again until they are.</summary>
    /// <returns>In what our statements differed before; nothing when they did not.</returns>
    public async Task<AwsResult<Difference[]>> EnsureAsync(string bucket, CancellationToken ct)
    {
        var read = await MergeAsync(bucket, ct);
        if (!read.Succeeded(out var merged, out var failure)) return failure;
        if (!merged.IsChanged) return Array.Empty<Difference>();
        failure = await policies.WriteAsync(bucket, merged.Text, ct)
            ?? await settled.UntilAsync($"the new policy of bucket {bucket}", async token => IsKept(await MergeAsync(bucket, token)), ct);
        return failure is null ? Differences(bucket, merged) : failure;
    }

    private AwsResult<Difference[]> Differences(string bucket, MergedPolicy merged) =>
        PolicyDrift.Between(merged.Present, BucketPolicy.Statements(bucket, context), bucket, time.GetUtcNow()).ToArray();

    private async Task<AwsResult<MergedPolicy>> MergeAsync(string bucket, CancellationToken ct)
    {
        if (!(await policies.FindAsync(bucket, ct)).Succeeded(out var existing, out var unread)) return unread;
        return BucketPolicyMerge.Merge(bucket, existing, BucketPolicy.Statements(bucket, context)).Succeeded(out var merged, out var failure)
            ? merged
            : new AwsFailure("PolicyNotMerged", failure.Errors[0].Message, IsTransient: false);
    }

    private static AwsResult<bool> IsKept(AwsResult<MergedPolicy> read) =>
        read.Succeeded(out var merged, out var failure) ? !merged.IsChanged : failure;
}
