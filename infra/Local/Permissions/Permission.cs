using System.Text.Json.Nodes;
using Shares.Local.Policies;

namespace Shares.Local.Permissions;

/// <summary>The smallest thing that can be taken out of a role: one action on one resource, for partition keys of one pattern where the statement names some.</summary>
/// <param name="Action">May hold wildcards, as <paramref name="Resource"/> and <paramref name="LeadingKeys"/> may.</param>
public sealed record Permission(string Action, string Resource, string? LeadingKeys)
{
    /// <summary>Everything that the Allow statements of a policy list, in their order.</summary>
    public static IEnumerable<Permission> Of(JsonNode policy) =>
        from statement in List(policy["Statement"])
        where (string?)statement["Effect"] == "Allow"
        from action in List(statement[nameof(Action)])
        from resource in List(statement[nameof(Resource)])
        from keys in LeadingKeysOf(statement)
        select new Permission((string)action!, (string)resource!, keys);

    public bool Covers(string action, string resource, IReadOnlyList<string>? leadingKeys) =>
        Glob.Matches(Action.ToUpperInvariant(), action.ToUpperInvariant())
        && Glob.Matches(Resource, resource)
        && (LeadingKeys is null || (leadingKeys?.Any(key => Glob.Matches(LeadingKeys, key)) ?? false));

    public override string ToString() => $"{Action} on {Resource}{(LeadingKeys is null ? "" : $" for {LeadingKeys}")}";

    private static List<string?> LeadingKeysOf(JsonNode statement)
    {
        var patterns = (statement["Condition"] as JsonObject ?? [])
            .SelectMany(comparison => List(comparison.Value?["dynamodb:LeadingKeys"]))
            .Select(pattern => (string?)pattern).ToList();
        return patterns.Count > 0 ? patterns : [null];
    }

    private static IEnumerable<JsonNode> List(JsonNode? oneOrMore) => oneOrMore switch
    {
        null => [],
        JsonArray several => several.Select(item => item!),
        _ => [oneOrMore],
    };
}
