using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shares.Local.Gateway;

/// <summary>The claims of a token as an event carries them: every value a string, a list as <c>[a b]</c>.</summary>
internal static class EventClaims
{
    public static JsonObject Of(JsonObject claims) =>
        new(claims.Select(claim => KeyValuePair.Create<string, JsonNode?>(claim.Key, Text(claim.Value))));

    private static string Text(JsonNode? value) => value switch
    {
        JsonArray items => $"[{string.Join(' ', items.Select(Text))}]",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        null => "null",
        _ => value.ToJsonString(),
    };
}
