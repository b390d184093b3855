using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shares.Core.Enforcing;

/// <summary>Compares the statements of two policies by their meaning, and says which differ.</summary>
public static class PolicyDrift
{
    /// <param name="actual">As S3 has it; null when there is none.</param>
    /// <param name="where">Name of the access point.</param>
    public static IReadOnlyList<Difference> Between(string? actual, string wanted, string where, DateTimeOffset now)
    {
        if (actual is null) return [new(DifferenceKind.PolicyMissing, where, "The policy was deleted.", now)];
        try
        {
            var differences = Between(Statements(actual), Statements(wanted), where, now);
            // Whatever else a policy may hold, such as another version of the language.
            return differences.Count > 0 || PolicyText.Same(actual, wanted)
                ? differences
                : [new(DifferenceKind.StatementChanged, where, "The policy differs outside its statements.", now)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return [new(DifferenceKind.PolicyUnreadable, where, "The policy cannot be read as one.", now)];
        }
    }

    /// <summary>Of a bucket's policy: ours alone.</summary>
    public static IReadOnlyList<Difference> Between(
        IReadOnlyList<JsonNode> actual, IReadOnlyList<JsonNode> wanted, string where, DateTimeOffset now)
    {
        var (more, fewer) = PolicyText.Except(actual, wanted);
        var differences = new List<Difference>();
        foreach (var statement in fewer)
        {
            var changed = more.Find(other => Sid(other) is { } sid && sid == Sid(statement));
            if (changed is not null) more.Remove(changed);
            differences.Add(changed is null
                ? new(DifferenceKind.StatementMissing, where, $"{Called(statement)} is gone.", now)
                : Change(changed, statement, where, now));
        }

        differences.AddRange(more.Select(statement => new Difference(DifferenceKind.StatementAdded, where, $"{Called(statement)} was added.", now)));
        return differences;
    }

    private static Difference Change(JsonNode actual, JsonNode wanted, string where, DateTimeOffset now) =>
        Principals(wanted).IsProperSubsetOf(Principals(actual))
            ? new(DifferenceKind.PrincipalAdded, where, $"{Called(wanted)} names another principal.", now)
            : new(DifferenceKind.StatementChanged, where, $"{Called(wanted)} was changed.", now);

    /// <summary>Whom a statement is for, and whom its conditions except.</summary>
    private static HashSet<string> Principals(JsonNode statement) =>
    [
        .. Texts(statement["Principal"]),
        .. (statement["Condition"] as JsonObject ?? []).Select(c => c.Value as JsonObject)
            .SelectMany(keys => keys ?? []).Where(key => key.Key == "aws:PrincipalArn").SelectMany(key => Texts(key.Value)),
    ];

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray list => list.SelectMany(Texts),
        null => [],
        _ => [node.ToString()],
    };

    private static IReadOnlyList<JsonNode> Statements(string policy) => JsonNode.Parse(policy)!["Statement"] switch
    {
        JsonArray list => [.. list.Select(statement => statement!.AsObject())],
        JsonObject single => [single],
        _ => throw new KeyNotFoundException("Statement"),
    };

    private static string? Sid(JsonNode statement) => statement["Sid"]?.ToString();

    private static string Called(JsonNode statement) => Sid(statement) is { Length: > 0 } sid ? $"Statement {sid}" : "A statement without a name";
}
