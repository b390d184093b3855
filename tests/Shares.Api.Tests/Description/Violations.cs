using System.Text.Json.Nodes;

namespace Shares.Api.Tests.Description;

/// <summary>Values of the right JSON type that break what a schema says of them, one for each thing that it says.</summary>
internal static class Violations
{
    public static IEnumerable<JsonNode?> Of(JsonObject schema)
    {
        if (schema["enum"] is not null) yield return "NONSENSE";
        if ((string?)schema["format"] == "uuid") yield return "0197A000-0000-7000-8000-00000000000B";
        if ((string?)schema["format"] == "date-time") yield return "2030-01-31 12:00";
        else if (schema["pattern"] is not null) yield return "!";
        if (Number(schema, "maxLength") is { } most) yield return new string('x', (int)most + 1);
        if (Number(schema, "minLength") is > 0) yield return "";
        if (Number(schema, "minimum") is { } least) yield return JsonValue.Create(least - 1);
        if (Number(schema, "exclusiveMinimum") is { } bound) yield return JsonValue.Create(bound);
        // Page sizes over the maximum of an integer are not refused by size but by not being one.
        if (Number(schema, "maximum") is { } highest) yield return JsonValue.Create(highest + 1);
    }

    private static decimal? Number(JsonObject schema, string keyword) => (decimal?)schema[keyword];
}
