using Shares.Access.Tests.Support;
using Shares.Core.Audit;

namespace Shares.Access.Tests.Faults;

/// <summary>What is on record of sessions that were handed out: usages, the publisher's log, and who may have one at this moment.</summary>
internal sealed record Traces(int Usages, int Logged, int Live)
{
    private static readonly AuditAction[] Grants = [AuditAction.FilesPresigned, AuditAction.StorageTokenVended, AuditAction.PipelineTokenVended];

    public static async Task<Traces> OfAsync(AccessWorld world, Flow flow)
    {
        if (flow.Share is not { } share) return new(0, 0, 0);
        var publisher = (await world.Projects.FindAsync(share.PublisherId, default))!;
        var log = (await world.Audit.ListAsync(publisher, null, 1000, default)).Items;
        return new(
            (await world.Usages.ListAsync(share.Id, default)).Count,
            log.Count(entry => Grants.Contains(entry.Action)),
            (await world.Grants.OfShareAsync(share.Id, default)).Count);
    }
}
