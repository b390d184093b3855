using Shares.Access.Sessions;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Sharing;

namespace Shares.Access.VendPipelineToken;

/// <summary>Lets the publisher see who reads what now: one usage for each shared dataset of each session, until the session ends.</summary>
internal sealed class Usages(UsageStore store, AccessSettings settings, TimeProvider time)
{
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
