using System.Text.Json.Nodes;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>All policies with one mistake in them, made wherever the same statement is.</summary>
/// <param name="Place">The statement's Sid, or role and resource.</param>
/// <param name="Suspects">Attempts that are the first to notice, if any do. The others may too.</param>
internal sealed record PolicyMutant(string Place, StatementChange Change, PolicySet Policies, Func<Attempt, bool> Suspects)
{
    public string Name => $"{Place}: {Change.Name}";

    /// <summary>Mistakes in the statements that are made for access points and buckets.</summary>
    public static IEnumerable<PolicyMutant> OfResourcePolicies(PolicySet policies)
    {
        var statements = policies.Points.Values.Concat(policies.Buckets.Values.OfType<string>()).SelectMany(Statements).Where(IsOurs).DistinctBy(Identity);
        return from statement in statements
               from change in StatementChanges.Of(statement)
               let changed = policies.Rewritten(policy => Rewrite(policy, other => Identity(other) == Identity(statement), change), (_, policy) => policy)
               select new PolicyMutant(Label(statement), change, changed, attempt => MayNotice(attempt, statement, change));
    }

    /// <summary>Mistakes in what the template lets a role do with objects.</summary>
    public static IEnumerable<PolicyMutant> OfRole(PolicySet policies, string role) =>
        from policy in policies.Roles[role]
        from statement in Statements(policy)
        let text = statement.ToJsonString()
        where S3Actions.All.Any(action => text.Contains($"\"{action}\"", StringComparison.Ordinal))
        from change in StatementChanges.Of(statement).Concat(StatementChanges.Wider(statement))
        let changed = policies.Rewritten(other => other, (name, other) => name == role && ReferenceEquals(other, policy) ? Rewrite(other, same => same.ToJsonString() == text, change) : other)
        select new PolicyMutant($"{role} {statement["Action"]!.ToJsonString()} on {statement["Resource"]!.ToJsonString()}", change, changed, attempt => attempt.Who.Role == role && Concerns(attempt, text));

    private static bool MayNotice(Attempt attempt, JsonObject statement, StatementChange change) =>
        (change.Action is null || Covers(change.Action, attempt.Action))
        && (statement["Sid"] is not null || (attempt.Through.Point is { } point && Identity(statement).Contains(point.Name, StringComparison.Ordinal)));

    /// <summary>The session has the tags that the statement speaks of, and the attempt is about what they name.</summary>
    private static bool Concerns(Attempt attempt, string statement)
    {
        var values = PolicyVariables.TagsIn(statement).Select(tag => attempt.Who.Tags.GetValueOrDefault(tag)).ToList();
        var about = $"{attempt.Through.Bucket} {attempt.Through.Point?.Name} {attempt.Key} {attempt.Prefix}";
        return values.TrueForAll(value => value is not null) && (values.Count == 0 || values.Exists(value => about.Contains(value!, StringComparison.Ordinal)));
    }

    private static string Rewrite(string policy, Func<JsonObject, bool> isMeant, StatementChange change)
    {
        var document = JsonNode.Parse(policy)!.AsObject();
        var statements = document["Statement"]!.AsArray();
        var changed = statements.Select(statement => isMeant(statement!.AsObject()) ? change.Apply(statement.AsObject()) : statement.DeepClone()).ToList();
        if (!statements.Any(statement => isMeant(statement!.AsObject()))) return policy;
        document["Statement"] = new JsonArray([.. changed.Where(statement => statement is not null)]);
        return document.ToJsonString();
    }

    private static IEnumerable<JsonObject> Statements(string policy) => JsonNode.Parse(policy)!["Statement"]!.AsArray().Select(statement => statement!.AsObject());

    private static bool IsOurs(JsonObject statement) => !Identity(statement).StartsWith("Team", StringComparison.Ordinal);

    /// <summary>Statements with a Sid are the same in every policy; those without are of one.</summary>
    private static string Identity(JsonObject statement) => (string?)statement["Sid"] ?? statement.ToJsonString();

    private static string Label(JsonObject statement) => (string?)statement["Sid"] ?? $"{statement["Condition"]!.ToJsonString()} on {statement["Resource"]!.ToJsonString()}";

    private static bool Covers(string pattern, string action) =>
        pattern.EndsWith('*') ? action.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == action;
}
