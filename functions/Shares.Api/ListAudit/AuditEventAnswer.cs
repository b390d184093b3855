using System.Text.Json.Serialization;
using Shares.Core;
using Shares.Core.Audit;

namespace Shares.Api.ListAudit;

/// <summary>One entry of a project's log.</summary>
internal sealed record AuditEventAnswer
{
    public required string Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required AuditActorAnswer Actor { get; init; }

    /// <summary>What was done, like SHARE_UPDATED.</summary>
    public required string Action { get; init; }
    public required AuditTargetAnswer Target { get; init; }

    /// <summary>By members of the API; of lists there is only what went and what came.</summary>
    public required IReadOnlyList<AuditChange> Changes { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    public static AuditEventAnswer From(AuditEvent entry) => new()
    {
        Id = entry.Id.ToString(),
        At = entry.At,
        Actor = new(ContractName.Of(entry.Actor.Type), entry.Actor.Id, entry.Actor.Address, entry.Actor.UserAgent),
        Action = ContractName.Of(entry.Action),
        Target = new(ContractName.Of(entry.Target.Type), entry.Target.Id, entry.Target.Name),
        Changes = entry.Changes,
        Note = entry.Note,
    };
}

/// <param name="Type">PERSON, PIPELINE or SYSTEM.</param>
internal sealed record AuditActorAnswer(string Type, string Id, string Address, string UserAgent);

/// <param name="Type">PROJECT, MEMBER, DATASET or SHARE.</param>
internal sealed record AuditTargetAnswer(string Type, string Id, string Name);
