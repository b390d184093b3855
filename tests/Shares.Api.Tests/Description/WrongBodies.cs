using System.Text.Json.Nodes;

namespace Shares.Api.Tests.Description;

/// <summary>Bodies of a route, each with one member that is not as it is described.</summary>
internal static class WrongBodies
{
    /// <summary>The member of the body that is, or holds, what is wrong.</summary>
    public static IEnumerable<(string Member, string Json)> Of(RouteCase each)
    {
        if (each.Operation.Request is not { } schema) yield break;
        foreach (var required in schema["required"]?.AsArray().Select(name => (string)name!) ?? []) yield return (required, Without(each, required));
        foreach (var (name, member) in Members(each, schema))
        {
            foreach (var value in Values(each, member)) yield return (name, With(each, name, value));
        }
    }

    /// <summary>The longest texts that are still right.</summary>
    public static IEnumerable<(string Member, string Json)> Longest(RouteCase each) =>
        from member in each.Operation.Request is { } schema ? Members(each, schema) : []
        where member.Schema["maxLength"] is not null && member.Schema["pattern"] is null
        select (member.Name, With(each, member.Name, new string('x', (int)member.Schema["maxLength"]!)));

    private static IEnumerable<(string Name, JsonObject Schema)> Members(RouteCase each, JsonObject schema) =>
        schema["properties"]!.AsObject().Select(member => (member.Key, Resolve(each, member.Value!)));

    private static IEnumerable<JsonNode?> Values(RouteCase each, JsonObject schema)
    {
        foreach (var value in Violations.Of(schema)) yield return value;
        foreach (var value in schema["properties"] is null ? [] : Objects(each, schema)) yield return value;
        if (schema["items"] is not { } node) yield break;
        var items = Resolve(each, node);
        foreach (var value in items["properties"] is null ? Violations.Of(items) : Objects(each, items)) yield return new JsonArray(value);
        if ((int?)schema["maxItems"] is { } most) yield return new JsonArray([.. Enumerable.Range(0, most + 1).Select(_ => Valid(each, items))]);
        if ((int?)schema["minItems"] is > 0) yield return new JsonArray();
    }

    /// <summary>Objects with one wrong member each, the others right.</summary>
    private static IEnumerable<JsonNode?> Objects(RouteCase each, JsonObject schema)
    {
        foreach (var (name, member) in Members(each, schema))
        {
            foreach (var value in Violations.Of(member))
            {
                var wrong = Valid(each, schema).AsObject();
                wrong[name] = value;
                yield return wrong;
            }
        }
    }

    private static JsonNode Valid(RouteCase each, JsonObject schema)
    {
        if (schema["properties"] is not null)
        {
            var required = schema["required"]?.AsArray().Select(name => (string)name!) ?? [];
            return new JsonObject(Members(each, schema).Where(m => required.Contains(m.Name)).Select(m => KeyValuePair.Create(m.Name, (JsonNode?)Valid(each, m.Schema))));
        }

        if (schema["enum"] is { } values) return values[0]!.DeepClone();
        return (string?)schema["format"] == "uuid" ? "0197e000-0000-7000-8000-0000000000b1" : "x";
    }

    /// <summary>Follows references; of what may be null, the other.</summary>
    private static JsonObject Resolve(RouteCase each, JsonNode node) =>
        each.Operation.Follow(node["oneOf"]?.AsArray().First(alternative => (string?)alternative!["type"] != "null") ?? node)!.AsObject();

    private static string With(RouteCase each, string member, JsonNode? value)
    {
        var body = each.Rule.ParsedBody!.AsObject();
        body[member] = value;
        return body.ToJsonString();
    }

    private static string Without(RouteCase each, string member)
    {
        var body = each.Rule.ParsedBody!.AsObject();
        body.Remove(member);
        return body.ToJsonString();
    }
}
