using Microsoft.AspNetCore.Http;
using Shares.Core;
using Shares.Core.Audit;
using Shares.Core.Failures;
using Shares.Web.Bodies;

namespace Shares.Api.ListAudit;

/// <summary>Which entries are asked for.</summary>
/// <param name="Actor">Id of a person, or ARN of a role's session.</param>
/// <param name="Target">Id of what it was done to.</param>
/// <param name="To">Exclusive.</param>
internal sealed record AuditFilter(AuditAction? Action, string? Actor, string? Target, DateTimeOffset? From, DateTimeOffset? To)
{
    public static Result<AuditFilter> Read(IQueryCollection query)
    {
        var errors = new FieldErrors();
        string? Value(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
        DateTimeOffset? Time(string name)
        {
            if (Value(name) is not { } text) return null;
            if (!UtcTime.TryParse(text, out var time)) errors.Add(name, UtcTime.Rule);
            return time;
        }

        AuditAction? action = null;
        if (ContractName.TryParse<AuditAction>(Value("action"), out var known)) action = known;
        else if (Value("action") is not null) errors.Add("action", $"must be one of {string.Join(", ", ContractName.All<AuditAction>())}");
        var filter = new AuditFilter(action, Value("actor"), Value("target"), Time("from"), Time("to"));
        return errors.Failure is { } failure ? failure : filter;
    }

    public bool Accepts(AuditEvent entry) =>
        (Action is null || entry.Action == Action)
        && (Actor is null || entry.Actor.Id == Actor)
        && (Target is null || entry.Target.Id == Target);
}
