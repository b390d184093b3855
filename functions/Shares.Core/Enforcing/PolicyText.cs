using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shares.Core.Enforcing;

/// <summary>
/// Compares policies by meaning: AWS gives a policy back with its members in another order, single values in place of lists of one,
/// and lists of values in another order.
/// </summary>
public static class PolicyText
{
    /// <summary>Policies hold ARNs and UUIDs, never HTML: no escaping of what needs none, because size is limited.</summary>
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>False also when one of the two cannot be read as a policy.</summary>
    public static bool Same(string? left, string? right)
    {
        if (left is null || right is null) return left == right;
        try
        {
            return JsonNode.DeepEquals(Normalize(JsonNode.Parse(left), ""), Normalize(JsonNode.Parse(right), ""));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether both hold the same statements, in whatever order.</summary>
    public static bool SameStatements(IEnumerable<JsonNode> left, IEnumerable<JsonNode> right) =>
        left.Select(Canonical).Order(StringComparer.Ordinal).SequenceEqual(right.Select(Canonical).Order(StringComparer.Ordinal));

    /// <summary>What the first holds more than the second, and fewer; a statement that is there twice counts twice.</summary>
    internal static (List<JsonNode> More, List<JsonNode> Fewer) Except(IReadOnlyList<JsonNode> left, IReadOnlyList<JsonNode> right)
    {
        var fewer = right.ToList();
        var more = new List<JsonNode>();
        foreach (var statement in left)
        {
            var same = fewer.FindIndex(other => Canonical(other) == Canonical(statement));
            if (same < 0) more.Add(statement);
            else fewer.RemoveAt(same);
        }

        return (more, fewer);
    }

    private static string Canonical(JsonNode node) => Normalize(node, "")!.ToJsonString(Readable);

    private static JsonNode? Normalize(JsonNode? node, string name) => node switch
    {
        JsonObject members when name == "Statement" => Normalize(new JsonArray(members.DeepClone()), name),
        JsonObject members => new JsonObject(
            members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Normalize(m.Value, m.Key)))),
        JsonArray { Count: 1 } list when name != "Statement" => Normalize(list[0], ""),
        JsonArray list => new JsonArray([.. Sorted(list)]),
        null => null,
        _ => node.DeepClone(),
    };

    private static IEnumerable<JsonNode?> Sorted(JsonArray list) =>
        list.Select(item => Normalize(item, "")).OrderBy(item => item?.ToJsonString(Readable), StringComparer.Ordinal);
}
