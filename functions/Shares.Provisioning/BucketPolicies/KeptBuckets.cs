using Microsoft.Extensions.Logging;
using Shares.Aws.Http;
using Shares.Core.Enforcing;
using Shares.Core.Projects;
using Shares.Data.Sharing;
using Shares.Hosting;
using Shares.Provisioning.EnforceShare;

namespace Shares.Provisioning.BucketPolicies;

/// <summary>Keeps our statements in the policies of projects' buckets, and remembers what others have changed in them.</summary>
public sealed partial class KeptBuckets(
    BucketPolicyKeeper policies, KeptStorageStore store, Metrics metrics, TimeProvider time, ILogger<KeptBuckets> logger)
{
    /// <returns>Null when our statements were read back; else why not.</returns>
    public async Task<AwsFailure?> EnsureAsync(Project project, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(project);
        var kept = await store.FindBucketAsync(project.Bucket, ct);
        var ensured = await policies.EnsureAsync(project.Bucket, ct);
        var isRead = ensured.Succeeded(out var differences, out var failure);
        // A bucket that is new to us cannot have been changed by others, and one that stays as it is needs no writing at every turn.
        Difference[] found = kept?.LastVerifiedAt is null || !isRead ? [] : differences!;
        if (found.Length > 0) Report(project, found);
        var now = time.GetUtcNow();
        if (kept is null || !isRead || kept.Reason is not null || found.Length > 0 || kept.DueAt <= now) await store.PutBucketAsync(Remembered(project, kept, found, failure, now), ct);
        return failure;
    }

    private static KeptBucket Remembered(Project project, KeptBucket? kept, IReadOnlyList<Difference> found, AwsFailure? failure, DateTimeOffset now) => new()
    {
        Name = project.Bucket,
        ProjectId = project.Id,
        Reason = failure?.Detail,
        LastVerifiedAt = failure is null ? now : kept?.LastVerifiedAt,
        Differences = Difference.Latest(found, kept?.Differences ?? []),
        DueAt = now + (failure is { IsTransient: true } ? Due.Soon : Due.Regularly),
    };

    private void Report(Project project, Difference[] found)
    {
        metrics.Add("StorageDifferences", found.Length);
        foreach (var difference in found) LogDifference(project.Bucket, difference.Kind, difference.Detail);
    }

    [LoggerMessage(140, LogLevel.Error, "Others have changed our statements in the policy of bucket {Bucket}: {Kind}, {Detail}")]
    private partial void LogDifference(string bucket, DifferenceKind kind, string detail);
}
