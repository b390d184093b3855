using Shares.Core.Audit;
using Shares.Core.Ids;
using Shares.Data.Audit;
using Shares.Web.Gate;

namespace Shares.Access.Deciding;

/// <summary>
/// Tells the publisher of a shared dataset who was granted what, before it is handed out: what cannot be logged is not handed out, and
/// a grant that was logged may have been lost on its way. Own datasets are nobody else's business.
/// </summary>
internal sealed class GrantLog(AuditStore audit, TimeProvider time)
{
    public Task FilesPresignedAsync(ProjectRequest request, GrantedDataset granted, int urls, CancellationToken ct) => granted.Through is { } through
        ? audit.RecordAsync(
            [GrantAudit.FilesPresigned(request.Actor, time.GetUtcNow(), through.Share, request.Project.Id, granted.Dataset.Id, urls)], ct)
        : Task.CompletedTask;

    public Task StorageTokenVendedAsync(ProjectRequest request, GrantedDataset granted, CancellationToken ct) => granted.Through is { } through
        ? audit.RecordAsync(
            [GrantAudit.StorageTokenVended(request.Actor, time.GetUtcNow(), through.Share, request.Project.Id, granted.Dataset.Id)], ct)
        : Task.CompletedTask;

    /// <summary>One entry for each share, in its publisher's log.</summary>
    public Task PipelineTokenVendedAsync(ProjectRequest request, IEnumerable<GrantedDataset> shared, ExecutionId execution, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var entries = shared.GroupBy(granted => granted.Through!.Share.Id).Select(group => GrantAudit.PipelineTokenVended(
            request.Actor, now, group.First().Through!.Share, request.Project.Id, group.Select(granted => granted.Dataset.Id), execution));
        return audit.RecordAsync([.. entries], ct);
    }
}
