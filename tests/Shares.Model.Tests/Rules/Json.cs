using System.Text.Json.Nodes;

namespace Shares.Model.Tests.Rules;

/// <summary>Compares JSON with what is expected of it.</summary>
public static class Json
{
    private static readonly string[] Keys = ["id", "username", "path"];

    public static string Text(JsonNode? node, string member) => node?[member]?.GetValue<string>() ?? "";

    /// <summary>What a thing in a list is known by; null for what is no such thing.</summary>
    public static string? KeyOf(JsonNode? item) =>
        item is JsonObject thing ? Keys.Select(key => thing[key]?.ToString()).FirstOrDefault(key => key is not null) ?? KeyOf(thing["project"]) : null;

    /// <summary>
    /// The first place where a value is not as expected; null when there is none. Of objects the expected members are compared; things that
    /// have an id are compared whatever their order.
    /// </summary>
    public static string? Difference(JsonNode? expected, JsonNode? actual, string at) => (expected, actual) switch
    {
        (null, _) => null,
        (JsonObject wanted, JsonObject found) =>
            wanted.Select(member => Member(member.Value, found[member.Key], $"{at}.{member.Key}")).FirstOrDefault(d => d is not null),
        (JsonArray wanted, JsonArray found) when wanted.Count > 0 && KeyOf(wanted[0]) is not null => Things(wanted, found, at),
        (JsonArray wanted, JsonArray found) when wanted.Count == found.Count =>
            wanted.Select((value, i) => Member(value, found[i], $"{at}[{i}]")).FirstOrDefault(d => d is not null),
        _ => JsonNode.DeepEquals(expected, actual) ? null : $"{at}: {Short(expected)} was expected, not {Short(actual)}",
    };

    private static string? Member(JsonNode? expected, JsonNode? actual, string at) =>
        expected is null && actual is not null ? $"{at}: {Short(actual)} should not be there" : Difference(expected, actual, at);

    private static string? Things(JsonArray wanted, JsonArray found, string at)
    {
        var doubles = found.GroupBy(KeyOf).FirstOrDefault(group => group.Count() > 1);
        if (doubles is not null) return $"{at}: {doubles.Key} is there {doubles.Count()} times";
        var byKey = found.ToDictionary(item => KeyOf(item) ?? "", item => item);
        foreach (var thing in wanted)
        {
            if (!byKey.Remove(KeyOf(thing)!, out var other)) return $"{at}: {KeyOf(thing)} is missing";
            if (Difference(thing, other, $"{at}[{KeyOf(thing)}]") is { } difference) return difference;
        }

        return byKey.Count == 0 ? null : $"{at}: {string.Join(", ", byKey.Keys)} should not be there";
    }

    private static string Short(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "nothing";
        return text[..Math.Min(text.Length, 200)];
    }
}
