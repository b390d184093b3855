using System.Text.Json;
using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Core.Ids;
using Shares.Core.Projects;

namespace Shares.Api.Tests.ListAudit;

public sealed class ListAuditTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private World World => api.World;

    [Fact]
    public async Task Who_did_what_to_what_is_listed_newest_first()
    {
        var (project, share) = await BusyProjectAsync("busy");

        var log = (await api.GetAsync("busy-owner", $"/projects/{project}/audit")).Json.GetProperty("data").EnumerateArray().ToList();

        Assert.Equal(
            ["SHARE_DELETED", "SHARE_UNSUBSCRIBED", "SHARE_SUBSCRIBED", "SHARE_UPDATED", "SHARE_CREATED", "MEMBER_ADDED", "MEMBER_ADDED", "PROJECT_CREATED"],
            log.Select(e => e.GetProperty("action").GetString()));
        var updated = log[3];
        Assert.Equal(["id", "at", "actor", "action", "target", "changes"], updated.EnumerateObject().Select(p => p.Name));
        Assert.Equal("""{"type":"PERSON","id":"busy-admin","address":"203.0.113.7","userAgent":"tests"}""", updated.GetProperty("actor").GetRawText());
        Assert.Equal($$"""{"type":"SHARE","id":"{{share}}","name":"after"}""", updated.GetProperty("target").GetRawText());
        Assert.Contains("""{"field":"name","before":["before"],"after":["after"]}""", updated.GetProperty("changes").EnumerateArray().Select(c => c.GetRawText()));
        Assert.Equal("subscriber-admin", log[2].GetProperty("actor").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_subscriber_s_log_has_its_own_subscriptions_and_nothing_else_of_the_publisher()
    {
        var (_, share) = await BusyProjectAsync("watched");

        var log = await ListAsync("subscriber-admin", World.Subscriber, $"target={share}");

        Assert.Equal(["SHARE_UNSUBSCRIBED", "SHARE_SUBSCRIBED"], log);
    }

    [Fact]
    public async Task The_log_is_filtered_by_what_the_query_asks_for()
    {
        var (project, share) = await BusyProjectAsync("filtered");
        var whole = (await api.GetAsync("filtered-owner", $"/projects/{project}/audit")).Json.GetProperty("data").EnumerateArray().ToList();
        string At(int entry) => Uri.EscapeDataString(whole[entry].GetProperty("at").GetString()!);

        async Task ListsAsync(string query, params string[] expected) => Assert.Equal(expected, await ListAsync("filtered-owner", project, query));

        await ListsAsync("action=SHARE_CREATED", "SHARE_CREATED");
        await ListsAsync("actor=subscriber-admin", "SHARE_UNSUBSCRIBED", "SHARE_SUBSCRIBED");
        await ListsAsync("target=newcomer", "MEMBER_ADDED");
        await ListsAsync($"target={share}&actor=filtered-owner", "SHARE_DELETED");
        await ListsAsync($"to={At(6)}", "PROJECT_CREATED");
        await ListsAsync($"from={At(2)}", "SHARE_DELETED", "SHARE_UNSUBSCRIBED", "SHARE_SUBSCRIBED");
        await ListsAsync("to=2001-01-01T00:00:00Z");
        await ListsAsync("from=2999-01-01T00:00:00Z&to=2999-01-02T00:00:00Z");
    }

    [Theory]
    [InlineData("")]
    [InlineData("&actor=pages-owner")]
    public async Task Pages_hold_each_entry_once_while_new_ones_come(string filter)
    {
        var (project, _) = await BusyProjectAsync("pages");
        var expected = await ListAsync("pages-owner", project, $"limit=1000{filter}");

        var seen = new List<string>();
        var token = "";
        do
        {
            var page = (await api.GetAsync("pages-owner", $"/projects/{project}/audit", $"limit=2{filter}&nextToken={token}")).Json;
            seen.AddRange(page.GetProperty("data").EnumerateArray().Select(e => e.GetProperty("action").GetString()!));
            token = page.GetProperty("nextToken").GetString()!;
            await api.SendAsync("pages-owner", "PUT", $"/projects/{project}", JsonNode.Parse($$"""{"name":"pages {{seen.Count}}"}"""));
        }
        while (token.Length > 0);

        Assert.Equal(expected, seen);
    }

    [Theory]
    [InlineData("action=share_created", "action")]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=2030-01-01", "to")]
    [InlineData("limit=0", "limit")]
    public async Task A_query_that_cannot_be_meant_is_refused(string query, string field)
    {
        var answer = await api.GetAsync("owner", $"/projects/{World.Publisher}/audit", query);

        Assert.Equal(400, answer.StatusCode);
        Assert.StartsWith($"{field}: ", answer.Json.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    /// <summary>A project in which one of each happened that a log tells of; eight entries.</summary>
    private async Task<(ProjectId Project, string Share)> BusyProjectAsync(string name)
    {
        var (owner, admin) = ($"{name}-owner", $"{name}-admin");
        var project = await World.ProjectAsync(name, new Dictionary<string, Role> { [owner] = Role.Owner, [admin] = Role.Admin });
        await SendAsync(owner, "PUT", $"/projects/{project}/permissions", """{"username":"newcomer","role":"COLLABORATOR"}""");
        await SendAsync(owner, "PUT", $"/projects/{project}/permissions", """{"username":"newcomer","role":"COLLABORATOR"}""");
        string Share(string title) => $$"""{"name":"{{title}}","conditions":[],"sharedProjectIds":["{{World.Subscriber}}"]}""";
        var share = (await SendAsync(admin, "POST", $"/projects/{project}/shares", Share("before"))).GetProperty("id").GetString()!;
        await SendAsync(admin, "PUT", $"/projects/{project}/shares/{share}", Share("after"));
        await SendAsync("subscriber-admin", "PUT", $"/projects/{World.Subscriber}/shares/{share}:subscribe", null);
        await SendAsync("subscriber-admin", "PUT", $"/projects/{World.Subscriber}/shares/{share}:unsubscribe", null);
        await SendAsync(owner, "DELETE", $"/projects/{project}/shares/{share}", null);
        return (project, share);
    }

    private async Task<JsonElement> SendAsync(string actor, string method, string path, string? body)
    {
        var answer = await api.SendAsync(actor, method, path, body is null ? null : JsonNode.Parse(body));
        Assert.InRange(answer.StatusCode, 200, 201);
        return answer.Text.Length > 0 ? answer.Json : default;
    }

    private async Task<List<string>> ListAsync(string actor, ProjectId project, string query) =>
    [
        .. (await api.GetAsync(actor, $"/projects/{project}/audit", query)).Json.GetProperty("data").EnumerateArray()
            .Select(e => e.GetProperty("action").GetString()!),
    ];
}
