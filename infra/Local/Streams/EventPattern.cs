using System.Text.Json.Nodes;

namespace Shares.Local.Streams;

/// <summary>An event filter pattern of EventBridge and Lambda, as far as templates here use it: exact values, <c>prefix</c>, <c>suffix</c>,
/// <c>exists</c> and <c>anything-but</c>.</summary>
public sealed class EventPattern
{
    private readonly JsonObject _pattern;

    /// <exception cref="NotSupportedException">The pattern uses something else.</exception>
    public EventPattern(JsonNode pattern)
    {
        _pattern = pattern.AsObject();
        CheckSupported(_pattern);
    }

    public bool Matches(JsonObject record) => Matches(_pattern, record);

    private static bool Matches(JsonObject pattern, JsonNode? value) => pattern.All(member =>
    {
        var inner = (value as JsonObject)?[member.Key];
        return member.Value switch
        {
            JsonObject nested => Matches(nested, inner),
            JsonArray rules => rules.Any(rule => MatchesRule(rule, inner)),
            _ => false,
        };
    });

    /// <param name="value"><see langword="null"/> when absent.</param>
    private static bool MatchesRule(JsonNode? rule, JsonNode? value)
    {
        if (rule is not JsonObject comparison) return value is not null && JsonNode.DeepEquals(rule, value);
        var (name, operand) = comparison.Single();
        return name switch
        {
            "exists" => operand!.GetValue<bool>() == value is not null,
            "prefix" => value?.ToString().StartsWith(operand!.ToString(), StringComparison.Ordinal) is true,
            "suffix" => value?.ToString().EndsWith(operand!.ToString(), StringComparison.Ordinal) is true,
            _ => value is not null && operand!.AsArray().All(other => !JsonNode.DeepEquals(other, value)),
        };
    }

    private static void CheckSupported(JsonNode? node)
    {
        foreach (var (name, value) in node!.AsObject())
        {
            if (value is JsonObject nested) CheckSupported(nested);
            else if (value is not JsonArray rules || !rules.All(IsSupported))
                throw new NotSupportedException($"the local cloud does not know this filter of {name}: {value?.ToJsonString()}");
        }
    }

    private static bool IsSupported(JsonNode? rule) =>
        rule is JsonValue || (rule is JsonObject { Count: 1 } comparison && comparison.Single() switch
        {
            ("exists", JsonValue) or ("prefix", JsonValue) or ("suffix", JsonValue) or ("anything-but", JsonArray) => true,
            _ => false,
        });
}
