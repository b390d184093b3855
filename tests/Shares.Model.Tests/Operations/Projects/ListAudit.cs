using System.Text.Json.Nodes;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Projects;

/// <summary>What is asked for; null: all.</summary>
/// <param name="Actor">A person.</param>
/// <param name="From">As it goes into the query; so is <paramref name="To"/>, which belongs to the time after.</param>
public sealed record AuditFilter(string? Action = null, string? Actor = null, Ref? Target = null, string? From = null, string? To = null)
{
    public IReadOnlyList<(string Name, string Value)> Query(State state)
    {
        (string Name, string? Value)[] all =
        [
            ("action", Action), ("actor", Actor is null ? null : state.User(Actor)), ("target", Target is { } target ? state.IdOf(target) : null),
            ("from", From), ("to", To),
        ];
        return [.. all.Where(part => part.Value is not null).Select(part => (part.Name, part.Value!))];
    }

    public IEnumerable<string> WrongFields()
    {
        if (Action is not null && !LogEntry.Actions.Contains(Action)) yield return "action";
        if (From is not null && !Texts.IsTime(From)) yield return "from";
        if (To is not null && !Texts.IsTime(To)) yield return "to";
    }

    public bool Accepts(State state, LogEntry entry) =>
        (Action is null || entry.Action == Action)
        && (Actor is null || entry.Actor == state.User(Actor))
        && (Target is null || entry.TargetId == state.IdOf(Target.Value))
        && (From is null || string.CompareOrdinal(Texts.Time(entry.At), From) >= 0)
        && (To is null || string.CompareOrdinal(Texts.Time(entry.At), To) < 0);
}

/// <summary>A project's log: every change by exactly one entry, newest first.</summary>
public sealed record ListAudit(Actor By, Ref Project, AuditFilter Filter, int? Limit) : Operation(By)
{
    public override Call Call(State state) =>
        new("GET", $"/projects/{state.IdOf(Project)}/audit") { Paging = Paging.Body, Query = [.. Filter.Query(state), .. PageQuery.Of(Limit)] };

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Admin, Project) is { } refusal) return Refused(state, refusal);
        string[] filter = [.. Filter.WrongFields()], page = [.. PageQuery.WrongFields(Limit)];
        if (filter.Length + page.Length > 0)
            return Refused(state, [.. new[] { filter, page, [.. filter, .. page] }.Where(fields => fields.Length > 0).Select(Expected.Invalid)]);
        var entries = state.Log.Where(entry => entry.Project == Project.Place && Filter.Accepts(state, entry)).Select(entry => entry.Text).ToList();
        return Outcome.Of(state, new(200) { Check = answer => answer.PagingFault ?? DifferenceTo(answer, entries) });
    }

    private static string? DifferenceTo(Answer answer, IReadOnlyList<string> expected)
    {
        var found = answer.Items.Select(TextOf).ToList();
        if (found.Zip(found.Skip(1)).FirstOrDefault(pair => string.CompareOrdinal(pair.First[..20], pair.Second[..20]) < 0) is { First: not null } pair)
            return $"not newest first: '{pair.First}' comes before '{pair.Second}'";
        return Lists.Difference(expected, found);
    }

    private static string TextOf(JsonNode entry)
    {
        var action = Json.Text(entry, "action");
        var fields = entry["changes"]!.AsArray().Select(change => Json.Text(change, "field")).Order(StringComparer.Ordinal);
        return new LogEntry(
            0,
            DateTimeOffset.Parse(Json.Text(entry, "at"), null),
            action,
            Json.Text(entry["actor"], "id"),
            Json.Text(entry["target"], "id"),
            action.EndsWith("_UPDATED", StringComparison.Ordinal) ? string.Join(' ', fields) : "").Text;
    }
}
