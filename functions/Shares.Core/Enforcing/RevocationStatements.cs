using System.Text.Json.Nodes;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Sessions;

namespace Shares.Core.Enforcing;

/// <summary>The statements by which an access point refuses sessions that were issued before a moment; one for all of one kind and moment.</summary>
internal static class RevocationStatements
{
    /// <summary>All that a session's role allows it through an access point.</summary>
    private static readonly string[] Reading = ["s3:GetObject*", "s3:ListBucket*"];

    private static readonly string[] ReadingObjects = ["s3:GetObject*"];
    private static readonly string[] Listing = ["s3:ListBucket*"];

    public static IEnumerable<JsonObject> Of(RevocationList revocations, string accessPointArn) => revocations.Entries
        .GroupBy(e => (e.Moment, Group(e.Subject)))
        .OrderBy(group => group.Key.Moment).ThenBy(group => group.Key.Item2, StringComparer.Ordinal)
        .SelectMany(group => Refuse([.. group.Select(e => e.Subject)], group.Key.Moment, accessPointArn));

    /// <summary>What can share a statement: subjects of one kind, and of one project where that is a condition too.</summary>
    private static string Group(Revoked subject) => subject switch
    {
        Revoked.Execution of => $"execution {of.ProjectId}",
        Revoked.Person of => $"person {of.ProjectId}",
        Revoked.Subscriber => "subscriber",
        _ => "dataset",
    };

    private static IEnumerable<JsonObject> Refuse(IReadOnlyList<Revoked> subjects, DateTimeOffset moment, string arn)
    {
        string[] all = [arn, $"{arn}/object/*"];
        return subjects[0] switch
        {
            Revoked.Subscriber => [PolicyStatement.Deny(null, Reading, all, Before(moment, Tag("subscriber", Ids(subjects, (Revoked.Subscriber s) => s.ProjectId.Hex()))))],
            Revoked.Execution first => [PolicyStatement.Deny(null, Reading, all, Before(
                moment, Tag("execution", Ids(subjects, (Revoked.Execution e) => e.ExecutionId.ToString())), Of(first.ProjectId)))],
            Revoked.Person first => [PolicyStatement.Deny(null, Reading, all, Before(
                moment, KeyValuePair.Create<string, JsonNode>("aws:SourceIdentity", Ids(subjects, (Revoked.Person p) => SessionIdentity.SourceOf(p.UserId))), Of(first.ProjectId)))],
            _ => Datasets([.. subjects.Cast<Revoked.Dataset>().Select(d => Dataset.Prefix(d.DatasetId)).Order(StringComparer.Ordinal)], moment, arn),
        };
    }

    /// <summary>Two, because the objects are resources, and the prefix that is listed is a condition.</summary>
    private static IEnumerable<JsonObject> Datasets(IReadOnlyList<string> prefixes, DateTimeOffset moment, string arn)
    {
        yield return PolicyStatement.Deny(null, ReadingObjects, prefixes.Select(prefix => $"{arn}/object/{prefix}*"), Before(moment));
        var listing = Before(moment);
        listing["StringLike"] = PolicyStatement.Is("s3:prefix", PolicyStatement.List(prefixes.Select(prefix => $"{prefix}*")));
        yield return PolicyStatement.Deny(null, Listing, [arn], listing);
    }

    private static JsonObject Before(DateTimeOffset moment, params KeyValuePair<string, JsonNode>[] equal)
    {
        var condition = new JsonObject { ["DateLessThan"] = PolicyStatement.Is("aws:TokenIssueTime", PolicyStatement.Time(moment)) };
        if (equal.Length > 0) condition["StringEquals"] = new JsonObject([.. equal.Select(e => KeyValuePair.Create(e.Key, (JsonNode?)e.Value))]);
        return condition;
    }

    private static KeyValuePair<string, JsonNode> Of(ProjectId project) => Tag("subscriber", project.Hex());

    private static KeyValuePair<string, JsonNode> Tag(string name, JsonNode values) => KeyValuePair.Create($"aws:PrincipalTag/{name}", values);

    private static JsonArray Ids<T>(IEnumerable<Revoked> subjects, Func<T, string> id) where T : Revoked =>
        PolicyStatement.List(subjects.Cast<T>().Select(id).Order(StringComparer.Ordinal));
}
