using Shares.Core.Ids;

namespace Shares.Core.Audit;

/// <summary>One entry in the log of a project.</summary>
public sealed record AuditEvent
{
    public required AuditEventId Id { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Whose log it is in.</summary>
    public required ProjectId ProjectId { get; init; }
    public required Actor Actor { get; init; }
    public required AuditAction Action { get; init; }
    public required AuditTarget Target { get; init; }
    public required IReadOnlyList<AuditChange> Changes { get; init; }

    /// <summary>What else there is to say.</summary>
    public string? Note { get; init; }

    internal static AuditEvent Of(
        ProjectId log, Actor by, DateTimeOffset at, AuditAction action, AuditTarget target, IReadOnlyList<AuditChange> changes,
        string? note = null) => new()
    {
        Id = new(Guid.CreateVersion7(at)),
        At = at,
        ProjectId = log,
        Actor = by,
        Action = action,
        Target = target,
        Changes = changes,
        Note = note,
    };
}

public enum AuditTargetType
{
    Project,
    Member,
    Dataset,
    Share,
}

/// <param name="Name">At that moment; empty for what has none.</param>
public sealed record AuditTarget(AuditTargetType Type, string Id, string Name);

/// <summary>
/// How one member of the API changed. A single value is a list of one, nothing is an empty list; of lists there is only what went
/// and what came.
/// </summary>
public sealed record AuditChange(string Field, IReadOnlyList<string> Before, IReadOnlyList<string> After);
