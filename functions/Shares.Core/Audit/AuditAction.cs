namespace Shares.Core.Audit;

/// <summary>What was done. In the log of a publisher: also what others did with its shares.</summary>
public enum AuditAction
{
    ProjectCreated,
    ProjectUpdated,
    ProjectStatusSet,
    MemberAdded,
    MemberRoleChanged,
    MemberRemoved,
    DatasetRegistered,
    DatasetUpdated,
    DatasetCompleted,
    DatasetDeleted,
    ShareCreated,
    ShareUpdated,
    ShareDeleted,

    /// <summary>A limit was reached.</summary>
    DownloadsSuspended,

    /// <summary>The month is over, the limit was changed, or an administrator let downloads go on.</summary>
    DownloadsResumed,

    /// <summary>An administrator lets downloads go on beyond the limit this month, before it was reached.</summary>
    EgressLimitLifted,
    ShareSubscribed,
    ShareUnsubscribed,

    /// <summary>Grants of datasets through a share.</summary>
    FilesPresigned,
    StorageTokenVended,
    PipelineTokenVended,

    /// <summary>The publisher has ended what an execution reads through a share.</summary>
    UsageRevoked,
}
