namespace Shares.Model.Tests.Rules;

/// <summary>One entry in the log of a project.</summary>
/// <param name="Project">Place of the project.</param>
/// <param name="Actor">As <see cref="State.IdOf(Actor)"/> names it.</param>
/// <param name="Fields">Of an update: what it changed, sorted, with blanks between; empty otherwise.</param>
public sealed record LogEntry(int Project, DateTimeOffset At, string Action, string Actor, string TargetId, string Fields) : IComparable<LogEntry>
{
    public const string ProjectCreated = "PROJECT_CREATED";
    public const string ProjectUpdated = "PROJECT_UPDATED";
    public const string MemberAdded = "MEMBER_ADDED";
    public const string MemberRoleChanged = "MEMBER_ROLE_CHANGED";
    public const string MemberRemoved = "MEMBER_REMOVED";
    public const string DatasetRegistered = "DATASET_REGISTERED";
    public const string DatasetUpdated = "DATASET_UPDATED";
    public const string DatasetCompleted = "DATASET_COMPLETED";
    public const string DatasetDeleted = "DATASET_DELETED";
    public const string ShareCreated = "SHARE_CREATED";
    public const string ShareUpdated = "SHARE_UPDATED";
    public const string ShareDeleted = "SHARE_DELETED";
    public const string ShareSubscribed = "SHARE_SUBSCRIBED";
    public const string ShareUnsubscribed = "SHARE_UNSUBSCRIBED";
    public const string FilesPresigned = "FILES_PRESIGNED";
    public const string StorageTokenVended = "STORAGE_TOKEN_VENDED";
    public const string PipelineTokenVended = "PIPELINE_TOKEN_VENDED";
    public const string UsageRevoked = "USAGE_REVOKED";

    public static readonly IReadOnlyList<string> Actions =
    [
        ProjectCreated, ProjectUpdated, MemberAdded, MemberRoleChanged, MemberRemoved, DatasetRegistered, DatasetUpdated, DatasetCompleted,
        DatasetDeleted, ShareCreated, ShareUpdated, ShareDeleted, ShareSubscribed, ShareUnsubscribed, FilesPresigned,
        StorageTokenVended, PipelineTokenVended, UsageRevoked,
    ];

    public string Text => $"{Texts.Time(At)} {Action} of {TargetId} by {Actor}{(Fields.Length == 0 ? "" : $": {Fields}")}";

    public int CompareTo(LogEntry? other) =>
        other is null || Project != other.Project ? Project.CompareTo(other?.Project) : string.CompareOrdinal(Text, other.Text);
}
