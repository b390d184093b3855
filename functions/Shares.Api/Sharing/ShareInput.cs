using Shares.Core;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Web.Bodies;

namespace Shares.Api.Sharing;

/// <summary>A share as its publisher writes it, when creating and when replacing it.</summary>
/// <param name="IsViewRestricted">Missing: downloads are allowed in a new share, as in Cirro; one that exists stays as it is.</param>
/// <param name="EgressLimit">Missing: a new share has none; one that exists keeps what it has, which <c>egress-limit</c> can take away.</param>
internal record ShareInput(
    string? Name,
    string? Description,
    IReadOnlyList<string?>? ClassificationIds,
    IReadOnlyList<ConditionBody?>? Conditions,
    IReadOnlyList<string?>? Keywords,
    IReadOnlyList<string?>? SharedProjectIds,
    bool? IsViewRestricted,
    string? ExpiresAt,
    EgressLimitBody? EgressLimit)
{
    private static readonly TextRule ClassificationId = new(1, 120);
    private static readonly TextRule NameOrNone = TextRule.Name with { MinLength = 0 };

    protected virtual bool MayLackName => false;

    /// <summary>Everything that can be said without reading the store.</summary>
    public Result<ShareDraft> Validate(DateTimeOffset now)
    {
        var errors = new FieldErrors();
        var draft = new ShareDraft(
            errors.Text("name", Name, MayLackName ? NameOrNone : TextRule.Name),
            errors.Text("description", Description, TextRule.Description),
            errors.TextsAsGiven("classificationIds", ClassificationIds, ClassificationId, Limits.ClassificationsPerShare),
            new Selection(ReadConditions(errors)),
            errors.Texts("keywords", Keywords, TextRule.Keyword, Limits.KeywordsPerShare),
            ReadProjects(errors),
            IsViewRestricted,
            ReadExpiry(errors, now),
            EgressLimit?.Read("egressLimit", errors));
        return errors.Failure is { } failure ? failure : draft;
    }

    private List<Condition> ReadConditions(FieldErrors errors)
    {
        if (Conditions is null) errors.Add("conditions", "is required; an empty list selects nothing");
        if (Conditions is { Count: > Limits.ConditionsPerShare }) errors.Add("conditions", $"must have at most {Limits.ConditionsPerShare} entries");
        return Conditions is null or { Count: > Limits.ConditionsPerShare }
            ? []
            : [.. Conditions.Select((condition, i) => (condition ?? new(null, null)).Read($"conditions[{i}]", errors))];
    }

    private List<ProjectId> ReadProjects(FieldErrors errors)
    {
        var ids = new List<ProjectId>();
        if (SharedProjectIds is { Count: > Limits.ProjectsPerShare })
            errors.Add("sharedProjectIds", $"must have at most {Limits.ProjectsPerShare} entries");
        else
        {
            for (var i = 0; i < SharedProjectIds?.Count; i++)
            {
                if (UuidId.TryParse<ProjectId>(SharedProjectIds[i], out var id)) ids.Add(id);
                else errors.Add($"sharedProjectIds[{i}]", "must be the id of a project");
            }
        }

        return ids;
    }

    private DateTimeOffset? ReadExpiry(FieldErrors errors, DateTimeOffset now)
    {
        if (ExpiresAt is null) return null;
        if (!UtcTime.TryParse(ExpiresAt, out var time)) errors.Add("expiresAt", UtcTime.Rule);
        else if ((time = DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds())) <= now) errors.Add("expiresAt", "must be in the future");
        return time;
    }
}

/// <param name="Field">TAG, CREATED_BY, PROCESS_ID or DATASET_ID.</param>
internal sealed record ConditionBody(string? Field, string? Value)
{
    public static IReadOnlyList<ConditionBody> From(Selection selection) =>
        [.. selection.Conditions.Select(c => new ConditionBody(ContractName.Of(c.Field), c.Value))];

    public Condition Read(string path, FieldErrors errors)
    {
        if (!ContractName.TryParse<SelectionField>(Field, out var field))
            errors.Add($"{path}.field", $"must be one of {string.Join(", ", ContractName.All<SelectionField>())}");
        var value = errors.Text($"{path}.value", Value, field switch
        {
            SelectionField.CreatedBy => TextRule.UserId,
            SelectionField.ProcessId => TextRule.ProcessId,
            _ => TextRule.Tag,
        });
        if (field == SelectionField.DatasetId && value.Length > 0 && !UuidId.TryParse<DatasetId>(value, out _))
            errors.Add($"{path}.value", "must be the id of a dataset");
        return new(field, value);
    }
}
