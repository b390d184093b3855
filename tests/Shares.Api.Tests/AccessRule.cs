using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;

namespace Shares.Api.Tests;

/// <summary>
/// One rule of access. Who is not named gets 404, who has not signed in 401. In a path and a body, <c>{dataset}</c> stands for a fresh dataset
/// of the publisher, <c>{share}</c> for a fresh share that holds it, <c>{usage}</c> for one of it, <c>{publisher}</c> and so on for the projects of <see cref="World"/>.
/// </summary>
/// <param name="Allowed">Who may, and the status they get.</param>
/// <param name="Forbidden">Who knows of it and may not: 403.</param>
public sealed record AccessRule(string Sentence, string Request, string? Body, int Status, string[] Allowed, string[] Forbidden, string Code = "ROLE_TOO_LOW")
{
    private const string Project = """{"name":"renamed","settings":{"isShareable":true,"isDiscoverable":true}}""";
    private const string Member = """{"username":"somebody","role":"COLLABORATOR"}""";
    private const string Dataset = """{"name":"renamed","processId":"rnaseq","description":"","tags":[]}""";
    private const string Upload = """{"name":"new","processId":"rnaseq","expectedFiles":["a.csv"]}""";
    private const string Limit = """{"monthlyBytes":1000000,"action":"SUSPEND_DOWNLOADS"}""";
    private const string Share = """{"name":"s","description":"","classificationIds":[],"conditions":[],"isViewRestricted":true}""";

    private static readonly string[] Admins = ["owner", "admin"];
    private static readonly string[] Writers = [.. Admins, "contributor"];
    private static readonly string[] Members = [.. Writers, "collaborator"];
    private static readonly string[] SubscriberAdmins = ["subscriber-owner", "subscriber-admin"];
    private static readonly string[] SubscriberWriters = [.. SubscriberAdmins, "subscriber-contributor"];
    private static readonly string[] Subscribers = [.. SubscriberWriters, "subscriber-collaborator"];
    private static readonly string[] OfferedTo = ["offered-owner", "offered-contributor"];
    private static readonly string[] People = [.. Members, .. Subscribers, .. OfferedTo, "other-owner", "outsider", "finance"];
    private static readonly string[] Pipelines = ["publisher-pipeline", "subscriber-pipeline", "offered-pipeline", "other-pipeline"];
    private static readonly string[] Roles = [.. Pipelines, "finance-role"];
    private static readonly string[] Finance = ["finance", "finance-role"];

    public static readonly IReadOnlyList<string> Everybody = [.. People, "platform-admin", .. Roles, Actors.Nobody];

    public static readonly IReadOnlyList<AccessRule> All =
    [
        new("Anyone sees that the function runs", "GET /health", null, 200, [.. Everybody], []),
        new("Anyone sees which program answers", "GET /version", null, 200, [.. Everybody], []),
        new("Anyone reads the description of the API", "GET /openapi.json", null, 200, [.. Everybody], []),
        new("Everybody who has signed in lists their projects", "GET /projects", null, 200, [.. People, "platform-admin"], Roles),
        new("Everybody who has signed in finds projects", "GET /projects/discover", null, 200, [.. People, "platform-admin"], Roles),
        new("Only platform administrators create projects", "POST /projects", Project, 201, ["platform-admin"], [.. People, .. Roles]),

        new("Everybody who has signed in sees the classifications", "GET /governance/classifications", null, 200, [.. People, "platform-admin"], Roles),
        new("Only platform administrators add classifications", "POST /governance/classifications", """{"name":"open"}""", 201, ["platform-admin"], [.. People, .. Roles]),

        new("Only finance reads what the downloads of all publishers cost", "GET /reports/egress?period=2026-10", null, 200, Finance, [.. People.Except(Finance), "platform-admin", .. Pipelines]),
        new("Only finance sees of which months there are reports", "GET /reports/egress/periods", null, 200, Finance, [.. People.Except(Finance), "platform-admin", .. Pipelines]),

        new("Members see their project", "GET /projects/{publisher}", null, 200, Members, ["publisher-pipeline"]),
        new("Only administrators change their project", "PUT /projects/{publisher}", Project, 200, Admins, ["contributor", "collaborator", "publisher-pipeline"]),
        new("Members see who is a member", "GET /projects/{publisher}/permissions", null, 200, Members, ["publisher-pipeline"]),
        new("Only administrators give roles", "PUT /projects/{publisher}/permissions", Member, 200, Admins, ["contributor", "collaborator", "publisher-pipeline"]),

        new("Members see which values their datasets have", "GET /projects/{publisher}/facets", null, 200, Members, ["publisher-pipeline"]),
        new("Everybody who has signed in sees keywords", "GET /keywords", null, 200, [.. People, "platform-admin"], Roles),
        new("Members see what their project's shares sent and cost", "GET /projects/{publisher}/egress", null, 200, Members, ["publisher-pipeline"]),
        new("Members of a subscriber see what their own project's shares sent, which is nothing", "GET /projects/{subscriber}/egress", null, 200, Subscribers, ["subscriber-pipeline"]),
        new("Only administrators read the log", "GET /projects/{publisher}/audit", null, 200, Admins, ["contributor", "collaborator", "publisher-pipeline"]),

        new("Members list datasets", "GET /projects/{publisher}/datasets", null, 200, Members, ["publisher-pipeline"]),
        new("Contributors register datasets", "POST /projects/{publisher}/datasets/upload", Upload, 201, Writers, ["collaborator", "publisher-pipeline"]),
        new("Members see a dataset", "GET /projects/{publisher}/datasets/{dataset}", null, 200, Members, ["publisher-pipeline"]),
        new("Contributors change a dataset", "PUT /projects/{publisher}/datasets/{dataset}", Dataset, 200, Writers, ["collaborator", "publisher-pipeline"]),
        new("Only administrators delete a dataset", "DELETE /projects/{publisher}/datasets/{dataset}", null, 202, Admins, ["contributor", "collaborator", "publisher-pipeline"]),

        new("Only the owner's administrators ask who gets at a dataset", "GET /projects/{publisher}/datasets/{dataset}/access?projectId={subscriber}&purpose=SEE", null, 200, Admins, ["contributor", "collaborator", "publisher-pipeline"]),
        new("No subscriber asks who gets at a shared dataset", "GET /projects/{subscriber}/datasets/{dataset}/access?projectId={subscriber}&purpose=SEE", null, 200, [], [.. Subscribers, "subscriber-pipeline"]),

        new("Subscribers see a shared dataset in their project", "GET /projects/{subscriber}/datasets/{dataset}", null, 200, Subscribers, ["subscriber-pipeline"]),
        new("No subscriber changes a shared dataset", "PUT /projects/{subscriber}/datasets/{dataset}", Dataset, 200, [], [.. Subscribers, "subscriber-pipeline"]),
        new("No subscriber deletes a shared dataset", "DELETE /projects/{subscriber}/datasets/{dataset}", null, 202, [], [.. Subscribers, "subscriber-pipeline"]),
        new("A project that has not subscribed sees no dataset", "GET /projects/{offered}/datasets/{dataset}", null, 200, [], ["offered-pipeline"]),
        new("A project that nothing is shared with sees no dataset", "GET /projects/{other}/datasets/{dataset}", null, 200, [], ["other-pipeline"]),

        new("Members list shares", "GET /projects/{publisher}/shares", null, 200, Members, ["publisher-pipeline"]),
        new("Members list what is offered", "GET /projects/{offered}/shares/discover", null, 200, OfferedTo, ["offered-pipeline"]),
        new("Only administrators create shares", "POST /projects/{publisher}/shares", Share, 201, Admins, ["contributor", "collaborator", "publisher-pipeline"]),
        new("Only administrators preview shares", "POST /projects/{publisher}/shares:preview", Share, 200, Admins, ["contributor", "collaborator", "publisher-pipeline"]),
        new("Members see a share they publish", "GET /projects/{publisher}/shares/{share}", null, 200, Members, ["publisher-pipeline"]),
        new("Members see a share they have subscribed to", "GET /projects/{subscriber}/shares/{share}", null, 200, Subscribers, ["subscriber-pipeline"]),
        new("Members see a share that is offered", "GET /projects/{offered}/shares/{share}", null, 200, OfferedTo, ["offered-pipeline"]),
        new("A share of others is not there", "GET /projects/{other}/shares/{share}", null, 200, [], ["other-pipeline"]),

        new("Only the publisher's administrators change a share", "PUT /projects/{publisher}/shares/{share}", Share, 200, Admins, ["contributor", "collaborator", "publisher-pipeline"]),
        new("No subscriber changes a share", "PUT /projects/{subscriber}/shares/{share}", Share, 200, [], [.. Subscribers, "subscriber-pipeline"]),
        new("No project changes a share of others", "PUT /projects/{other}/shares/{share}", Share, 200, [], ["other-pipeline"]),
        new("Only the publisher's administrators delete a share", "DELETE /projects/{publisher}/shares/{share}", null, 200, Admins, ["contributor", "collaborator", "publisher-pipeline"]),
        new("No subscriber deletes a share", "DELETE /projects/{subscriber}/shares/{share}", null, 200, [], [.. Subscribers, "subscriber-pipeline"]),
        new("No project deletes a share of others", "DELETE /projects/{other}/shares/{share}", null, 200, [], ["other-pipeline"]),

        new("Only administrators subscribe", "PUT /projects/{offered}/shares/{share}:subscribe", null, 200, ["offered-owner"], ["offered-contributor", "offered-pipeline"]),
        new("Nobody subscribes to what is not offered", "PUT /projects/{other}/shares/{share}:subscribe", null, 200, [], ["other-pipeline"]),
        new("Only administrators unsubscribe", "PUT /projects/{subscriber}/shares/{share}:unsubscribe", null, 200, SubscriberAdmins, ["subscriber-contributor", "subscriber-collaborator", "subscriber-pipeline"]),
        new("Members see what a share holds", "GET /projects/{publisher}/shares/{share}/datasets", null, 200, Members, ["publisher-pipeline"]),
        new("Subscribers see what a share holds", "GET /projects/{subscriber}/shares/{share}/datasets", null, 200, Subscribers, ["subscriber-pipeline"]),
        new("A project sees what an offered share holds", "GET /projects/{offered}/shares/{share}/datasets", null, 200, OfferedTo, ["offered-pipeline"]),
        new("What a share of others holds is not there", "GET /projects/{other}/shares/{share}/datasets", null, 200, [], ["other-pipeline"]),
        new("Members of the publisher see who has subscribed", "GET /projects/{publisher}/shares/{share}/subscriptions", null, 200, Members, ["publisher-pipeline"]),
        new("No subscriber sees who else has subscribed", "GET /projects/{subscriber}/shares/{share}/subscriptions", null, 200, [], [.. Subscribers, "subscriber-pipeline"]),
        new("Who has subscribed to a share of others is not there", "GET /projects/{other}/shares/{share}/subscriptions", null, 200, [], ["other-pipeline"]),
        new("Only the publisher's administrators see enforcement", "GET /projects/{publisher}/shares/{share}/enforcement", null, 200, Admins, ["contributor", "collaborator", "publisher-pipeline"]),
        new("Only the publisher's administrators have storage verified", "POST /projects/{publisher}/shares/{share}:verify", null, 200, Admins, ["contributor", "collaborator", "publisher-pipeline"]),
        new("No subscriber has storage verified", "POST /projects/{subscriber}/shares/{share}:verify", null, 200, [], [.. Subscribers, "subscriber-pipeline"]),
        new("Only the publisher's administrators see usages", "GET /projects/{publisher}/shares/{share}/usages", null, 200, Admins, ["contributor", "collaborator", "publisher-pipeline"]),
        new("No subscriber sees usages", "GET /projects/{subscriber}/shares/{share}/usages", null, 200, [], [.. Subscribers, "subscriber-pipeline"]),
        new("Only the publisher's administrators end usages", "DELETE /projects/{publisher}/shares/{share}/usages/{usage}", null, 200, Admins, ["contributor", "collaborator", "publisher-pipeline"]),
        new("No subscriber ends usages, not even its own", "DELETE /projects/{subscriber}/shares/{share}/usages/{usage}", null, 200, [], [.. Subscribers, "subscriber-pipeline"]),
        new("Only the publisher's administrators see what a share has used of its limit", "GET /projects/{publisher}/shares/{share}/egress-limit", null, 200, Admins, ["contributor", "collaborator", "publisher-pipeline"]),
        new("No subscriber sees what a share has used of its limit", "GET /projects/{subscriber}/shares/{share}/egress-limit", null, 200, [], [.. Subscribers, "subscriber-pipeline"]),
        new("What a share of others has used of its limit is not there", "GET /projects/{other}/shares/{share}/egress-limit", null, 200, [], ["other-pipeline"]),
        new("Only the publisher's administrators set a limit", "PUT /projects/{publisher}/shares/{share}/egress-limit", Limit, 200, Admins, ["contributor", "collaborator", "publisher-pipeline"]),
        new("No subscriber sets a limit", "PUT /projects/{subscriber}/shares/{share}/egress-limit", Limit, 200, [], [.. Subscribers, "subscriber-pipeline"]),
        new("No project sets the limit of a share of others", "PUT /projects/{other}/shares/{share}/egress-limit", Limit, 200, [], ["other-pipeline"]),
        new("No subscriber sees enforcement", "GET /projects/{subscriber}/shares/{share}/enforcement", null, 200, [], [.. Subscribers, "subscriber-pipeline"]),
    ];

    /// <summary>Status and code that this caller gets.</summary>
    public (int Status, string? Code) For(string actor)
    {
        if (Allowed.Contains(actor)) return (Status, null);
        if (actor == Actors.Nobody) return (401, "UNAUTHENTICATED");
        return Forbidden.Contains(actor) ? (403, Code) : (404, "NOT_FOUND");
    }

    /// <summary>The route as it is mapped, whichever project the request is about.</summary>
    public string Route => new[] { "{publisher}", "{subscriber}", "{offered}", "{other}" }
        .Aggregate(Request.Split('?')[0], (path, name) => path.Replace(name, "{project}", StringComparison.Ordinal));

    public JsonNode? ParsedBody => Body is null ? null : JsonNode.Parse(Body);
}
