using System.Globalization;
using System.Text.Json.Nodes;

namespace Shares.Core.Enforcing;

/// <summary>Statements in the language of IAM.</summary>
internal static class PolicyStatement
{
    /// <param name="sid">Null for statements that come and go, to save bytes.</param>
    public static JsonObject Deny(string? sid, IEnumerable<string> actions, IEnumerable<string> resources, JsonObject condition)
    {
        var statement = new JsonObject();
        if (sid is not null) statement["Sid"] = sid;
        statement["Effect"] = "Deny";
        statement["Principal"] = "*";
        statement["Action"] = List(actions);
        statement["Resource"] = List(resources);
        statement["Condition"] = condition;
        return statement;
    }

    public static JsonObject Is(string key, JsonNode value) => new() { [key] = value };

    public static JsonArray List(IEnumerable<string> values) => new([.. values]);

    /// <summary>As IAM compares times: to the second.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
