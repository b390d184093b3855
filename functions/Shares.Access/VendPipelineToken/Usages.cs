using Shares.Access.Deciding;
using Shares.Access.Sessions;
using Shares.Core.Enforcing;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Sharing;

namespace Shares.Access.VendPipelineToken;

/// <summary>Lets the publisher see who reads what now: one usage for each shared dataset of each session, until the session ends.</summary>
internal sealed class Usages(UsageStore store, AccessSettings settings, TimeProvider time)
{
    /// <summary>Null unless the publisher has cut the execution off from one of the shares, for good.</summary>
    public async Task<Failure?> RefuseCutOffAsync(ProjectId subscriber, ExecutionId execution, IReadOnlyList<GrantedDataset> shared, CancellationToken ct)
    {
        if (shared.Count == 0) return null;
        var cutOff = await store.CutOffFromAsync(shared.Select(d => d.Through!.Share.Id), subscriber, execution, ct);
        var refused = shared.FirstOrDefault(d => cutOff.Contains(d.Through!.Share.Id));
        return refused is null
            ? null
            : new Failure(ErrorCode.NotFound, $"Dataset {refused.Dataset.Id}: its owner has ended what this execution reads through the share {refused.Through!.Share.Id}.");
    }

    public async Task RecordAsync(ProjectId subscriber, ExecutionId execution, IReadOnlyList<PipelineSession> sessions, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var usages = sessions.SelectMany(session => session.Datasets.Select(dataset =>
        {
            var grant = dataset.Grant(AccessPointKind.Analyze);
            return new ShareUsage(
                UuidId.New<UsageId>(time), grant.AccessPoint.ShareId, execution, subscriber, grant.DatasetId,
                settings.Storage.AccessPointArn(grant.AccessPoint), UsageStatus.Active, now, now, session.Credentials.ExpiresAt);
        })).ToList();
        if (usages.Count > 0) await store.RecordAsync(usages, ct);
    }
}
