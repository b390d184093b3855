using System.Text.Json;
using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Core.Ids;

namespace Shares.Api.Tests;

/// <summary>What publishers and subscribers do with shares, from first to last.</summary>
public sealed class SharingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private World World => api.World;

    [Fact]
    public async Task A_share_is_offered_subscribed_to_and_holds_what_comes_to_match()
    {
        var first = await World.DatasetAsync("flow");
        var id = await CreateAsync(new JsonObject
        {
            ["name"] = "Cohort A",
            ["description"] = "RNA-seq",
            ["conditions"] = Conditions("TAG", "flow"),
            ["keywords"] = new JsonArray("rna"),
            ["sharedProjectIds"] = new JsonArray(World.Subscriber.ToString()),
            ["isViewRestricted"] = true,
        });

        Assert.Equal("AVAILABLE", (await FindAsync("subscriber-admin", World.Subscriber, "shares/discover", id))?.GetProperty("shareType").GetString());
        Assert.Null(await FindAsync("subscriber-admin", World.Subscriber, "shares", id));
        Assert.Equal(404, (await api.GetAsync("subscriber-admin", $"/projects/{World.Subscriber}/datasets/{first}")).StatusCode);

        foreach (var _ in new[] { "first time", "again" })
            Assert.Equal(200, (await api.SendAsync("subscriber-admin", "PUT", $"/projects/{World.Subscriber}/shares/{id}:subscribe")).StatusCode);
        var later = await World.DatasetAsync("flow", "other");

        Assert.Equal("SUBSCRIBER", (await FindAsync("subscriber-admin", World.Subscriber, "shares", id))?.GetProperty("shareType").GetString());
        Assert.Null(await FindAsync("subscriber-admin", World.Subscriber, "shares/discover", id));
        foreach (var dataset in new[] { first, later })
        {
            var listed = await FindDatasetAsync(dataset);
            Assert.Equal("Cohort A", listed?.GetProperty("share").GetProperty("name").GetString());
            Assert.True(listed?.GetProperty("isViewRestricted").GetBoolean());
            Assert.Equal(World.Subscriber.ToString(), listed?.GetProperty("projectId").GetString());
        }

        foreach (var _ in new[] { "first time", "again" })
            Assert.Equal(200, (await api.SendAsync("subscriber-admin", "PUT", $"/projects/{World.Subscriber}/shares/{id}:unsubscribe")).StatusCode);

        Assert.Null(await FindDatasetAsync(first));
        Assert.Equal("AVAILABLE", (await FindAsync("subscriber-admin", World.Subscriber, "shares/discover", id))?.GetProperty("shareType").GetString());
    }

    [Fact]
    public async Task A_share_s_detail_shows_the_publisher_all_projects_and_a_subscriber_only_itself()
    {
        var id = await World.ShareAsync("detail");

        var publisher = (await api.GetAsync("collaborator", $"/projects/{World.Publisher}/shares/{id}")).Json;
        var subscriber = (await api.GetAsync("subscriber-collaborator", $"/projects/{World.Subscriber}/shares/{id}")).Json;

        Assert.Equal(["offered", "subscriber"], publisher.GetProperty("sharedProjects").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.Equal(["subscriber"], subscriber.GetProperty("sharedProjects").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.Equal(World.Publisher.ToString(), subscriber.GetProperty("originatingProject").GetProperty("id").GetString());
        Assert.Equal(World.Publisher.ToString(), subscriber.GetProperty("originatingProjectId").GetString());
        Assert.Equal(("PUBLISHER", "SUBSCRIBER"), (publisher.GetProperty("shareType").GetString(), subscriber.GetProperty("shareType").GetString()));
    }

    [Fact]
    public async Task A_share_that_has_expired_is_gone_for_all_but_its_publisher_at_that_moment()
    {
        var dataset = await World.DatasetAsync("expiring");
        var id = await World.ShareAsync("expiring", expiresAt: api.Time.GetUtcNow().AddHours(1));
        Assert.NotNull(await FindDatasetAsync(dataset));

        api.Time.Shift += TimeSpan.FromHours(1);
        try
        {
            Assert.Null(await FindDatasetAsync(dataset));
            Assert.Equal(404, (await api.GetAsync("subscriber-admin", $"/projects/{World.Subscriber}/datasets/{dataset}")).StatusCode);
            Assert.Equal(404, (await api.GetAsync("subscriber-admin", $"/projects/{World.Subscriber}/shares/{id}")).StatusCode);
            Assert.Equal(404, (await api.SendAsync("offered-owner", "PUT", $"/projects/{World.Offered}/shares/{id}:subscribe")).StatusCode);
            Assert.Null(await FindAsync("subscriber-admin", World.Subscriber, "shares", id));
            Assert.Equal(200, (await api.GetAsync("owner", $"/projects/{World.Publisher}/shares/{id}")).StatusCode);
        }
        finally
        {
            api.Time.Shift = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task A_project_taken_out_of_a_share_loses_its_datasets_at_once()
    {
        var dataset = await World.DatasetAsync("taken-out");
        var id = await World.ShareAsync("taken-out");

        var answer = await api.SendAsync("admin", "PUT", $"/projects/{World.Publisher}/shares/{id}", Input("taken-out", World.Offered));

        Assert.Equal(200, answer.StatusCode);
        Assert.Null(await FindDatasetAsync(dataset));
        Assert.Equal(404, (await api.GetAsync("subscriber-admin", $"/projects/{World.Subscriber}/shares/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_deleted_share_is_gone_for_everybody()
    {
        var dataset = await World.DatasetAsync("deleted");
        var id = await World.ShareAsync("deleted");

        Assert.Equal(200, (await api.SendAsync("admin", "DELETE", $"/projects/{World.Publisher}/shares/{id}")).StatusCode);

        Assert.Equal(404, (await api.GetAsync("owner", $"/projects/{World.Publisher}/shares/{id}")).StatusCode);
        Assert.Equal(404, (await api.GetAsync("subscriber-admin", $"/projects/{World.Subscriber}/shares/{id}")).StatusCode);
        Assert.Null(await FindDatasetAsync(dataset));
    }

    [Fact]
    public async Task Nothing_is_shared_while_sharing_is_off()
    {
        var quiet = await World.ProjectAsync("quiet", new Dictionary<string, Core.Projects.Role> { ["quiet-owner"] = Core.Projects.Role.Owner });
        var off = JsonNode.Parse("""{"name":"quiet","settings":{"isShareable":false}}""");
        Assert.Equal(200, (await api.SendAsync("quiet-owner", "PUT", $"/projects/{quiet}", off)).StatusCode);

        var answer = await api.SendAsync("quiet-owner", "POST", $"/projects/{quiet}/shares", Input("x"));

        Assert.Equal(403, answer.StatusCode);
        Assert.Equal("SHARING_DISABLED", answer.Json.GetProperty("errorCode").GetString());
    }

    [Fact]
    public async Task A_share_cannot_name_its_publisher_or_a_project_that_nobody_can_find()
    {
        var answer = await api.SendAsync("owner", "POST", $"/projects/{World.Publisher}/shares", Input("x", World.Publisher, World.Subscriber, World.Hidden));

        Assert.Equal(400, answer.StatusCode);
        var messages = answer.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("message").GetString()!).ToList();
        Assert.Collection(
            messages,
            m => Assert.StartsWith("sharedProjectIds[0]: ", m, StringComparison.Ordinal),
            m => Assert.StartsWith("sharedProjectIds[2]: ", m, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_that_a_share_names_stays_nameable_when_it_hides()
    {
        var shy = await World.ProjectAsync("shy", new Dictionary<string, Core.Projects.Role> { ["shy-owner"] = Core.Projects.Role.Owner });
        var id = await CreateAsync(Input("x", shy));
        await api.SendAsync("shy-owner", "PUT", $"/projects/{shy}", JsonNode.Parse("""{"name":"shy","settings":{"isDiscoverable":false}}"""));

        Assert.Equal(200, (await api.SendAsync("owner", "PUT", $"/projects/{World.Publisher}/shares/{id}", Input("y", shy))).StatusCode);
        Assert.Equal(400, (await api.SendAsync("owner", "POST", $"/projects/{World.Publisher}/shares", Input("y", shy))).StatusCode);
    }

    [Fact]
    public async Task A_publisher_does_not_subscribe_to_its_own_share()
    {
        var id = await World.ShareAsync("own");

        Assert.Equal(400, (await api.SendAsync("owner", "PUT", $"/projects/{World.Publisher}/shares/{id}:subscribe")).StatusCode);
    }

    private static JsonObject Input(string tag, params ProjectId[] projects) => new()
    {
        ["name"] = "share",
        ["conditions"] = Conditions("TAG", tag),
        ["sharedProjectIds"] = new JsonArray([.. projects.Select(p => JsonValue.Create(p.ToString()))]),
        ["isViewRestricted"] = true,
    };

    private static JsonArray Conditions(string field, string value) => [new JsonObject { ["field"] = field, ["value"] = value }];

    private async Task<string> CreateAsync(JsonObject input)
    {
        var answer = await api.SendAsync("admin", "POST", $"/projects/{World.Publisher}/shares", input);
        Assert.Equal(201, answer.StatusCode);
        return answer.Json.GetProperty("id").GetString()!;
    }

    private async Task<JsonElement?> FindAsync(string actor, ProjectId project, string list, object share)
    {
        var answer = await api.GetAsync(actor, $"/projects/{project}/{list}");
        return answer.Json.EnumerateArray().Select(s => (JsonElement?)s).SingleOrDefault(s => s?.GetProperty("id").GetString() == share.ToString());
    }

    private async Task<JsonElement?> FindDatasetAsync(DatasetId dataset)
    {
        var answer = await api.GetAsync("subscriber-collaborator", $"/projects/{World.Subscriber}/datasets", "limit=1000");
        return answer.Json.GetProperty("data").EnumerateArray().Select(d => (JsonElement?)d).SingleOrDefault(d => d?.GetProperty("id").GetString() == dataset.ToString());
    }
}
