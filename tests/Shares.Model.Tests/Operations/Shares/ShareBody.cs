using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Shares;

/// <param name="Text">A tag or a type as it is; of CREATED_BY a person; null for none.</param>
/// <param name="Dataset">Of DATASET_ID.</param>
public readonly record struct ConditionBody(string Field, string? Text, Ref? Dataset = null)
{
    public string? Value(State state)
    {
        if (Dataset is { } dataset) return state.IdOf(dataset);
        return Field == Condition.CreatedBy && Text is { Length: > 0 } ? state.User(Text) : Text;
    }

    public override string ToString() => $"{Field} {Dataset?.ToString() ?? Text}";
}

/// <summary>A share as its publisher writes it. What is null is left out.</summary>
/// <param name="Keywords">Without the scope.</param>
/// <param name="EndsIn">Seconds from the moment of the request.</param>
public sealed record ShareBody(
    string? Name,
    string? Description,
    IReadOnlyList<ConditionBody>? Conditions,
    IReadOnlyList<string>? Keywords,
    IReadOnlyList<Ref>? Classifications,
    IReadOnlyList<Ref>? Projects,
    bool? IsViewRestricted,
    int? EndsIn)
{
    private const int MostConditions = 100;
    private const int MostKeywords = 20;

    public JsonObject Json(State state)
    {
        var body = new JsonObject();
        if (Name is not null) body["name"] = Name;
        if (Description is not null) body["description"] = Description;
        if (Conditions is not null)
            body["conditions"] = new JsonArray([.. Conditions.Select(c => new JsonObject { ["field"] = c.Field, ["value"] = c.Value(state) })]);
        if (Keywords is not null) body["keywords"] = new JsonArray([.. Keywords.Select(keyword => JsonValue.Create(Own(state, keyword)))]);
        if (Classifications is not null) body["classificationIds"] = new JsonArray([.. Classifications.Select(made => JsonValue.Create(state.IdOf(made)))]);
        if (Projects is not null) body["sharedProjectIds"] = new JsonArray([.. Projects.Select(project => JsonValue.Create(state.IdOf(project)))]);
        if (IsViewRestricted is { } restricted) body["isViewRestricted"] = restricted;
        if (EndsIn is { } seconds) body["expiresAt"] = Texts.Time(state.Now.AddSeconds(seconds));
        return body;
    }

    /// <summary>What can be said without knowing which projects there are.</summary>
    public IEnumerable<string> WrongFields(State state)
    {
        if (!Texts.IsValid(Name, 1, Texts.Name)) yield return "name";
        if (!Texts.IsValid(Description, 0, Texts.Description)) yield return "description";
        if (Conditions is null || Conditions.Count > MostConditions) yield return "conditions";
        else
            foreach (var field in Conditions.SelectMany((condition, i) => WrongParts(state, condition, $"conditions[{i}]"))) yield return field;
        if (Keywords?.Count > MostKeywords) yield return "keywords";
        else
            for (var i = 0; i < Keywords?.Count; i++)
                if (!Texts.IsValid(Own(state, Keywords[i]), 1, Texts.Keyword)) yield return $"keywords[{i}]";
        for (var i = 0; i < Projects?.Count; i++)
            if (Projects[i].IsNoId) yield return $"sharedProjectIds[{i}]";
        if (EndsIn <= 0) yield return "expiresAt";
    }

    /// <summary>Named may be what is there, or is named already.</summary>
    public IEnumerable<string> WrongClassifications(State state, Share? before)
    {
        for (var i = 0; i < Classifications?.Count; i++)
        {
            var mayBeNamed = state.Classifications.ContainsKey(Classifications[i].Place) || before?.Classifications.Contains(state.IdOf(Classifications[i])) == true;
            if (!mayBeNamed) yield return $"classificationIds[{i}]";
        }
    }

    /// <summary>Named may be who can be found, or is named already; never the publisher.</summary>
    public IEnumerable<string> WrongProjects(State state, Ref publisher, Share? before)
    {
        for (var i = 0; i < Projects?.Count; i++)
        {
            var project = Projects[i];
            var mayBeNamed = project != publisher && (before?.Projects.Contains(project) == true || state.Project(project) is { IsDiscoverable: true });
            if (!mayBeNamed) yield return $"sharedProjectIds[{i}]";
        }
    }

    /// <summary>Who is taken out has not subscribed any more, also when named again.</summary>
    public Share ApplyTo(State state, Share share)
    {
        ImmutableHashSet<Ref> projects = [.. Projects ?? []];
        return share with
        {
            Name = Name!.Trim(),
            Description = Description?.Trim() ?? "",
            Conditions = [.. Conditions!.Select(c => new Condition(c.Field, c.Value(state)!.Trim())).Distinct()],
            Keywords = [.. (Keywords ?? []).Select(keyword => Own(state, keyword).Trim()).Distinct(StringComparer.Ordinal)],
            Classifications = [.. (Classifications ?? []).Select(state.IdOf).Distinct(StringComparer.Ordinal)],
            Projects = projects,
            Subscribers = share.Subscribers.RemoveRange(share.Subscribers.Keys.Except(projects.Select(project => project.Place))),
            IsViewRestricted = IsViewRestricted ?? share.IsViewRestricted,
            ExpiresAt = EndsIn is { } seconds ? state.Now.AddSeconds(seconds) : null,
        };
    }

    private static IEnumerable<string> WrongParts(State state, ConditionBody condition, string at)
    {
        if (!Condition.Fields.Contains(condition.Field)) yield return $"{at}.field";
        var most = condition.Field switch { Condition.CreatedBy => Texts.User, Condition.ProcessId => Texts.ProcessId, _ => Texts.Tag };
        if (!Texts.IsValid(condition.Value(state), 1, most) || condition.Dataset is { IsNoId: true }) yield return $"{at}.value";
    }

    /// <summary>An empty keyword stays empty, so that it is wrong.</summary>
    private static string Own(State state, string keyword) => keyword.Length == 0 ? "" : state.Own(keyword);
}
