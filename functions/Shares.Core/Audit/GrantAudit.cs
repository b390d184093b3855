using System.Globalization;
using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Core.Audit;

/// <summary>What the publisher's log says of access given through a share: to what, never by which URL or key.</summary>
public static class GrantAudit
{
    public static AuditEvent FilesPresigned(Actor by, DateTimeOffset at, Share share, ProjectId subscriber, DatasetId dataset, int urls) =>
        Of(AuditAction.FilesPresigned, by, at, share, To(subscriber, dataset).Of("urls", null, urls.ToString(CultureInfo.InvariantCulture)));

    public static AuditEvent StorageTokenVended(Actor by, DateTimeOffset at, Share share, ProjectId subscriber, DatasetId dataset) =>
        Of(AuditAction.StorageTokenVended, by, at, share, To(subscriber, dataset));

    public static AuditEvent PipelineTokenVended(
        Actor by, DateTimeOffset at, Share share, ProjectId subscriber, IEnumerable<DatasetId> datasets, ExecutionId execution) =>
        Of(AuditAction.PipelineTokenVended, by, at, share, To(subscriber, datasets).Of("executionId", null, execution.ToString()));

    public static AuditEvent UsageRevoked(Actor by, DateTimeOffset at, Share share, ShareUsage usage) => Of(
        AuditAction.UsageRevoked, by, at, share,
        To(usage.ConsumingProjectId, usage.DatasetId).Of("executionId", usage.ExecutionId.ToString(), null));

    private static AuditEvent Of(AuditAction action, Actor by, DateTimeOffset at, Share share, AuditChanges changes) =>
        ShareAudit.Of(share.PublisherId, by, at, action, share, changes.Found);

    private static AuditChanges To(ProjectId subscriber, params IEnumerable<DatasetId> datasets) => new AuditChanges()
        .Of(ShareAudit.Subscriber, null, subscriber.ToString())
        .OfMany("datasetIds", null, datasets.Select(id => id.ToString()));
}
