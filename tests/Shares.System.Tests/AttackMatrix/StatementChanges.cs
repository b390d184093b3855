using System.Text.Json.Nodes;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>A small mistake that somebody could make in a statement.</summary>
/// <param name="Apply">Gives the statement with the mistake in it; <see langword="null"/> when it is gone.</param>
/// <param name="Action">The action that the mistake is about, if it is about one; may hold a wildcard.</param>
internal sealed record StatementChange(string Name, Func<JsonObject, JsonObject?> Apply, string? Action = null);

/// <summary>The mistakes that are tried: a statement, action, resource or condition left out, a condition turned around, an allowed resource wider.</summary>
internal static class StatementChanges
{
    private static readonly Dictionary<string, string> Opposites = Both(
        ("ArnEquals", "ArnNotEquals"), ("ArnLike", "ArnNotLike"), ("StringEquals", "StringNotEquals"), ("StringLike", "StringNotLike"),
        ("NumericGreaterThan", "NumericLessThanEquals"), ("DateGreaterThanEquals", "DateLessThan"));

    public static IEnumerable<StatementChange> Of(JsonObject statement)
    {
        yield return new("the statement dropped", _ => null);
        foreach (var member in (string[])["Action", "Resource"])
        {
            foreach (var change in WithoutOneOf(statement, member)) yield return change;
        }

        foreach (var comparison in (statement["Condition"] as JsonObject ?? []).Select(condition => condition.Key).ToList())
        {
            yield return new($"{comparison} dropped", On(changed => Conditions(changed).Remove(comparison)));
            yield return new($"{comparison} turned around", On(changed => TurnAround(Conditions(changed), comparison)));
            foreach (var change in WithoutOneKey(statement, comparison).Concat(WithoutOneValue(statement, comparison))) yield return change;
        }
    }

    /// <summary>Of an Allow: with a variable replaced by anything, or the end of the resource cut off.</summary>
    public static IEnumerable<StatementChange> Wider(JsonObject statement)
    {
        if ((string?)statement["Effect"] != "Allow" || statement["Resource"] is not JsonValue resource) yield break;
        var text = resource.GetValue<string>();
        foreach (var variable in PolicyVariables.In(text))
            yield return new($"{variable} widened", On(changed => changed["Resource"] = text.Replace($"${{{variable}}}", "*", StringComparison.Ordinal)));
        var end = text.IndexOf("/datasets/", StringComparison.Ordinal);
        if (end > 0) yield return new("the path widened", On(changed => changed["Resource"] = $"{text[..end]}/*"));
    }

    private static IEnumerable<StatementChange> WithoutOneOf(JsonObject statement, string member) => statement[member] is JsonArray { Count: > 1 } list
        ? list.Select((item, index) => new StatementChange(
            $"{member} {(member == "Action" ? item : index)} left out", On(changed => changed[member]!.AsArray().RemoveAt(index)), member == "Action" ? (string?)item : null))
        : [];

    private static IEnumerable<StatementChange> WithoutOneKey(JsonObject statement, string comparison) => statement["Condition"]![comparison] is JsonObject { Count: > 1 } keys
        ? keys.Select(key => key.Key).ToList().Select(key => new StatementChange($"{key} left out", On(changed => Conditions(changed)[comparison]!.AsObject().Remove(key))))
        : [];

    private static IEnumerable<StatementChange> WithoutOneValue(JsonObject statement, string comparison) =>
        from key in statement["Condition"]![comparison]!.AsObject()
        where key.Value is JsonArray { Count: > 1 }
        from index in Enumerable.Range(0, key.Value!.AsArray().Count)
        select new StatementChange($"value {index} of {key.Key} left out", On(changed => Conditions(changed)[comparison]![key.Key]!.AsArray().RemoveAt(index)));

    private static Func<JsonObject, JsonObject?> On(Action<JsonObject> change) => statement =>
    {
        var changed = statement.DeepClone().AsObject();
        change(changed);
        return changed;
    };

    private static JsonObject Conditions(JsonObject statement) => statement["Condition"]!.AsObject();

    private static void TurnAround(JsonObject conditions, string comparison)
    {
        var keys = conditions[comparison]!.AsObject();
        conditions.Remove(comparison);
        if (comparison == "Bool")
        {
            foreach (var key in keys.Select(key => key.Key).ToList()) keys[key] = (string?)keys[key] == "true" ? "false" : "true";
        }

        // Of comparisons with sets, such as ForAllValues:StringEquals, the part after the colon.
        var (sets, single) = (comparison[..(comparison.IndexOf(':', StringComparison.Ordinal) + 1)], comparison[(comparison.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        conditions[sets + Opposites.GetValueOrDefault(single, single)] = keys.DeepClone();
    }

    private static Dictionary<string, string> Both(params (string Left, string Right)[] pairs) =>
        pairs.Concat(pairs.Select(pair => (Left: pair.Right, Right: pair.Left))).ToDictionary(pair => pair.Left, pair => pair.Right);
}
