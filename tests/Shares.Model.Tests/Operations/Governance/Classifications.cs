using System.Text.Json.Nodes;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Governance;

public sealed record CreateClassification(Actor By, string? Name, string? Description) : Operation(By)
{
    public override Call Call(State state)
    {
        var body = new JsonObject();
        if (Name is not null) body["name"] = NameIn(state);
        if (Description is not null) body["description"] = Description;
        return new Call("POST", "/governance/classifications").With(body);
    }

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(By, takesPlatformAdmin: true) is { } refusal) return Refused(state, refusal);
        if (WrongFields(state).ToList() is { Count: > 0 } wrong) return Refused(state, Expected.Invalid(wrong));
        var made = new Classification(Place, seen.NewId, NameIn(state)!.Trim(), Description?.Trim() ?? "");
        return Outcome.Of(state.With(made), new(201) { Members = ClassificationView.Of(made) });
    }

    private IEnumerable<string> WrongFields(State state)
    {
        if (!Texts.IsValid(NameIn(state), 1, Texts.Name)) yield return "name";
        if (!Texts.IsValid(Description, 0, Texts.Description)) yield return "description";
    }

    /// <summary>An empty name stays empty, so that it is wrong.</summary>
    private string? NameIn(State state) => Name is { Length: > 0 } ? state.Own(Name) : Name;
}

/// <summary>All there are; of those only the ones of this run are known.</summary>
public sealed record ListClassifications(Actor By) : Operation(By)
{
    public override Call Call(State state) => new("GET", "/governance/classifications") { Paging = Paging.Header };

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(By) is { } refusal) return Refused(state, refusal);
        var expected = Expected.Listed(state.Classifications.Values.Select(ClassificationView.Of)).List!;
        bool IsOurs(JsonNode item) => Json.Text(item, "name").StartsWith(state.Own(""), StringComparison.Ordinal);
        return Outcome.Of(state, new(200) { Check = answer => expected.DifferenceTo(answer with { Items = [.. answer.Items.Where(IsOurs)] }) });
    }
}

internal static class ClassificationView
{
    public static JsonObject Of(Classification made) => new() { ["id"] = made.Id, ["name"] = made.Name, ["description"] = made.Description };
}
