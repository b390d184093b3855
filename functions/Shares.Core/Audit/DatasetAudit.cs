using Shares.Core.Datasets;

namespace Shares.Core.Audit;

/// <summary>What the owner's log says of changes of datasets.</summary>
public static class DatasetAudit
{
    public static AuditEvent Registered(Actor by, DateTimeOffset at, Dataset dataset) =>
        Of(by, at, AuditAction.DatasetRegistered, dataset, Changes(null, dataset));

    /// <summary>Null when nothing that people see has changed. Completing and deleting are known by the status.</summary>
    public static AuditEvent? Updated(Actor by, DateTimeOffset at, Dataset before, Dataset after) =>
        Changes(before, after) is { Count: > 0 } changes ? Of(by, at, ActionOf(before.Status, after.Status), after, changes) : null;

    private static AuditAction ActionOf(DatasetStatus before, DatasetStatus after) => after switch
    {
        _ when before == after => AuditAction.DatasetUpdated,
        DatasetStatus.Completed => AuditAction.DatasetCompleted,
        DatasetStatus.Deleted => AuditAction.DatasetDeleted,
        _ => AuditAction.DatasetUpdated,
    };

    private static AuditEvent Of(Actor by, DateTimeOffset at, AuditAction action, Dataset dataset, IReadOnlyList<AuditChange> changes) =>
        AuditEvent.Of(dataset.ProjectId, by, at, action, new(AuditTargetType.Dataset, dataset.Id.ToString(), dataset.Name), changes);

    private static IReadOnlyList<AuditChange> Changes(Dataset? before, Dataset after) => new AuditChanges()
        .Of("name", before?.Name, after.Name)
        .Of("description", before?.Description, after.Description)
        .Of("processId", before?.ProcessId, after.ProcessId)
        .OfMany("tags", before?.Tags, after.Tags)
        .OfMany("sourceDatasetIds", before?.SourceDatasetIds.Select(id => id.ToString()), after.SourceDatasetIds.Select(id => id.ToString()))
        .Of("status", Status(before), Status(after))
        .Of("totalSizeBytes", before?.TotalSize?.Value, after.TotalSize?.Value)
        .Of("fileCount", before?.FileCount, after.FileCount)
        .Found;

    private static string? Status(Dataset? dataset) => dataset is null ? null : ContractName.Of(dataset.Status);
}
