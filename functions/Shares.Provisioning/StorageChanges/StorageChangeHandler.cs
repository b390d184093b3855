using Microsoft.Extensions.Logging;
using Shares.Core.Enforcing;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Hosting;
using Shares.Provisioning.BucketPolicies;
using Shares.Provisioning.VerifyStorage;

namespace Shares.Provisioning.StorageChanges;

/// <summary>Somebody has changed an access point of our names or the policy of a bucket: what is kept there is looked at, at once.</summary>
public sealed partial class StorageChangeHandler(
    ShareVerifier verifier, ForeignAccessPoints foreign, KeptStorageStore store, ProjectStore projects, KeptBuckets buckets,
    ProvisioningSettings settings, TimeProvider time, ILogger<StorageChangeHandler> logger)
{
    /// <exception cref="InvalidOperationException">Not done yet: Lambda is to deliver the event again.</exception>
    public async Task HandleAsync(StorageChange change, InvocationContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(context);
        // Our own calls are read back by the run that makes them.
        if (change.ErrorCode is not null || change.UserIdentity?.SessionContext?.SessionIssuer?.Arn == settings.OwnRoleArn) return;
        using var budget = RunBudget.Of(context, time, ct);
        var outcome = Outcome.Done;
        if (change.RequestParameters is { Name: { } name } && name.StartsWith(AccessPointName.Prefix, StringComparison.Ordinal))
            outcome = await VerifyAccessPointAsync(name, context, budget.Token, ct);
        else if (change.RequestParameters is { BucketName: { } bucket }) outcome = await VerifyBucketAsync(bucket, budget.Token);
        LogSeen(change.EventName ?? "", outcome);
        if (outcome == Outcome.TryAgain) throw new InvalidOperationException("Storage could not be verified yet.");
    }

    private async Task<Outcome> VerifyAccessPointAsync(string name, InvocationContext context, CancellationToken budget, CancellationToken ct)
    {
        await foreign.RemoveAsync([name], budget);
        if (!AccessPointName.TryParse(name, out var ours)) return Outcome.Done;
        var run = new WorkingRun($"storage change {context.RequestId}", context.Deadline);
        return await verifier.VerifyAsync(ours.ShareId, run, [ours], budget, ct);
    }

    private async Task<Outcome> VerifyBucketAsync(string bucket, CancellationToken budget)
    {
        if (await store.FindBucketAsync(bucket, budget) is not { } kept || await projects.FindAsync(kept.ProjectId, budget) is not { } project) return Outcome.Done;
        return await buckets.EnsureAsync(project, budget) is { IsTransient: true } ? Outcome.TryAgain : Outcome.Done;
    }

    [LoggerMessage(180, LogLevel.Information, "Somebody called {EventName}; storage was looked at: {Outcome}")]
    private partial void LogSeen(string eventName, Outcome outcome);
}
