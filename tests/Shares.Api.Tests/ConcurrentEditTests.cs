using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Core.Projects;
using Shares.Testing.DynamoDb;

namespace Shares.Api.Tests;

public sealed class ConcurrentEditTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Instances = 5;
    private const int TriesEach = 10;

    [Fact]
    public async Task No_edit_is_lost_when_all_say_which_version_they_saw()
    {
        var share = await api.World.ShareAsync("edited-by-many");
        var path = $"/projects/{api.World.Publisher}/shares/{share}";

        var done = await InParallelAsync((instance, _) => AppendAsync(instance, path));

        var description = (await api.GetAsync("owner", path)).Json.GetProperty("description").GetString()!;
        Assert.Equal(done, description.Length);
        Assert.NotEqual(0, done);
    }

    [Fact]
    public async Task A_dataset_tagged_by_many_has_the_tags_of_all_who_succeeded()
    {
        var dataset = await api.World.DatasetAsync("start");
        var path = $"/projects/{api.World.Publisher}/datasets/{dataset}";

        var done = await InParallelAsync((instance, n) => AddTagAsync(instance, path, $"tag {n}"));

        var tags = (await api.GetAsync("owner", path)).Json.GetProperty("tags").GetArrayLength();
        Assert.Equal(done + 1, tags);
        Assert.NotEqual(0, done);
    }

    /// <summary>Which projects may be named depends on those that the share names already, so on what another edit has just made of it.</summary>
    [Fact]
    public async Task Naming_a_project_that_another_edit_takes_out_meanwhile_is_not_refused()
    {
        var share = await api.World.ShareAsync("named-and-not");
        var path = $"/projects/{api.World.Publisher}/shares/{share}";

        await InParallelAsync(async (instance, n) =>
        {
            var input = Input("named and not");
            input["sharedProjectIds"] = n % 2 == 0 ? new JsonArray() : new JsonArray($"{api.World.Other}");
            var answer = await instance.SendAsync(Actors.Request("owner", "PUT", path, input.ToJsonString()));
            Assert.Contains(answer.StatusCode, new[] { 200, 409 });
            return true;
        });
    }

    /// <summary>The share and what it is to a project are read one after the other; what is told of them was so at one time.</summary>
    [Fact]
    public async Task A_subscriber_who_is_taken_out_while_the_share_is_read_sees_it_as_it_was_or_not_at_all()
    {
        for (var (call, wasInterrupted) = (1, true); wasInterrupted; call++)
        {
            var share = await api.World.ShareAsync($"taken out before call {call}");
            var edit = Input("taken out");
            edit["sharedProjectIds"] = new JsonArray();
            using var store = new InterruptedDynamoDb(api.StoreEndpoint, call, async () =>
                Assert.Equal(200, (await api.SendAsync("owner", "PUT", $"/projects/{api.World.Publisher}/shares/{share}", edit)).StatusCode));
            await using var instance = await api.StartInstanceAsync(store.Client);

            var answer = await instance.SendAsync(Actors.Request("subscriber-collaborator", "GET", $"/projects/{api.World.Subscriber}/shares/{share}", null));

            Assert.Contains(answer.StatusCode, new[] { 200, 404 });
            if (answer.StatusCode == 200) Assert.Equal("SUBSCRIBER", answer.Json.GetProperty("shareType").GetString());
            wasInterrupted = store.WasInterrupted;
            Assert.True(wasInterrupted || call > 3);
        }
    }

    /// <summary>A project that is hidden with its renaming cannot be added by its new name, so nobody is told that it was.</summary>
    [Fact]
    public async Task A_project_that_is_renamed_and_hidden_while_a_share_adds_it_is_named_as_it_was_when_it_could_be_found()
    {
        for (var (call, wasInterrupted) = (1, true); wasInterrupted; call++)
        {
            var added = await api.World.ProjectAsync("found", new Dictionary<string, Role> { ["found-owner"] = Role.Owner });
            var path = $"/projects/{api.World.Publisher}/shares/{await api.World.ShareAsync($"added before call {call}")}";
            var hidden = new JsonObject { ["name"] = "hidden", ["billingAccountId"] = "none", ["contacts"] = new JsonArray(), ["settings"] = new JsonObject { ["isDiscoverable"] = false } };
            using var store = new InterruptedDynamoDb(api.StoreEndpoint, call, async () =>
                Assert.Equal(200, (await api.SendAsync("found-owner", "PUT", $"/projects/{added}", hidden)).StatusCode));
            await using var instance = await api.StartInstanceAsync(store.Client);
            var edit = Input("adds");
            edit["sharedProjectIds"] = new JsonArray($"{added}");

            var answer = await instance.SendAsync(Actors.Request("owner", "PUT", path, edit.ToJsonString()));

            Assert.Contains(answer.StatusCode, new[] { 200, 400 });
            if (answer.StatusCode == 200) Assert.Equal("found", answer.Json.GetProperty("sharedProjects")[0].GetProperty("name").GetString());
            wasInterrupted = store.WasInterrupted;
            Assert.True(wasInterrupted || call > 4);
        }
    }

    [Fact]
    public async Task A_change_of_a_version_that_is_not_there_any_more_changes_nothing()
    {
        var share = await api.World.ShareAsync("versions");
        var path = $"/projects/{api.World.Publisher}/shares/{share}";
        var seen = (await api.GetAsync("owner", path)).Headers["etag"];
        Assert.Equal("\"v1\"", seen);
        var first = await api.SendAsync("owner", "PUT", path, Input("first"), seen);
        Assert.Equal(200, first.StatusCode);
        Assert.Equal("\"v2\"", first.Headers["etag"]);

        foreach (var version in new[] { seen, "\"v3\"", "W/\"v2\"", "\"v1\", \"v2\"", "v2", "nonsense" })
        {
            var late = await api.SendAsync("admin", "PUT", path, Input("late"), version);
            Assert.Equal(412, late.StatusCode);
            Assert.Equal("VERSION_MISMATCH", late.Json.GetProperty("errorCode").GetString());
            Assert.Equal(412, (await api.SendAsync("admin", "DELETE", path, null, version)).StatusCode);
        }

        Assert.Equal("first", (await api.GetAsync("owner", path)).Json.GetProperty("description").GetString());
        Assert.Equal(200, (await api.SendAsync("admin", "PUT", path, Input("any"), "*")).StatusCode);
    }

    private async Task<int> InParallelAsync(Func<ApiInstance, int, Task<bool>> tryOnce)
    {
        var instances = await Task.WhenAll(Enumerable.Range(0, Instances).Select(_ => api.StartInstanceAsync()));
        var counts = await Task.WhenAll(instances.Select(async (instance, i) =>
        {
            var done = 0;
            for (var n = 0; n < TriesEach; n++) done += await tryOnce(instance, (i * TriesEach) + n) ? 1 : 0;
            return done;
        }));
        foreach (var instance in instances) await instance.DisposeAsync();
        return counts.Sum();
    }

    private static async Task<bool> AppendAsync(ApiInstance instance, string path)
    {
        var seen = await instance.SendAsync(Actors.Request("owner", "GET", path, null));
        var description = seen.Json.GetProperty("description").GetString() + "x";
        return await ChangedAsync(instance, path, Input(description), seen.Headers["etag"]);
    }

    private static async Task<bool> AddTagAsync(ApiInstance instance, string path, string tag)
    {
        var seen = await instance.SendAsync(Actors.Request("owner", "GET", path, null));
        var tags = JsonNode.Parse(seen.Json.GetProperty("tags").GetRawText())!.AsArray();
        if (tags.Count == Core.Limits.TagsPerDataset) return false;
        tags.Add((JsonNode)new JsonObject { ["value"] = tag });
        var body = new JsonObject { ["name"] = "d", ["processId"] = "rnaseq", ["tags"] = tags };
        return await ChangedAsync(instance, path, body, seen.Headers["etag"]);
    }

    private static async Task<bool> ChangedAsync(ApiInstance instance, string path, JsonObject body, string version)
    {
        var answer = await instance.SendAsync(Actors.Request("owner", "PUT", path, body.ToJsonString()).WithHeader("if-match", version));
        Assert.Contains(answer.StatusCode, new[] { 200, 412, 409 });
        return answer.StatusCode == 200;
    }

    private static JsonObject Input(string description) => new()
    {
        ["name"] = "s", ["description"] = description, ["conditions"] = new JsonArray(), ["isViewRestricted"] = true,
    };
}
