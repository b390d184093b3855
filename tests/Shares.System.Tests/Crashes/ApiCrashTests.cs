using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Crashes;

/// <summary>
/// Api is killed after its first, second, third… call of an operation, until the operation gets through without a kill. After each
/// kill the caller tries again, as a person would, and finds the system as if nothing had happened.
/// </summary>
[Collection(Alone.Name)]
public sealed class ApiCrashTests(LocalCloud cloud)
{
    /// <summary>Who calls, then reading, then writing: an operation that ended after fewer was not really stopped at each.</summary>
    private const int FewestCalls = 3;

    private readonly CrashingFunction _api = new(cloud, "ApiFunction");

    [Fact]
    public async Task Creating_a_share_leaves_a_whole_share_or_none()
    {
        var world = await PublisherAsync();
        await AfterEachCallAsync(
            () => world.CoreAdmin.PostAsync($"/api/projects/{world.Publisher}/shares", world.Input("rna", true)),
            async () =>
            {
                var published = await IdsAsync(world.CoreAdmin, $"/api/projects/{world.Publisher}/shares");
                await Eventually.HoldsAsync("what is published is offered, and nothing else", async () =>
                    published.SetEquals(await IdsAsync(world.LabAdmin, $"/api/projects/{world.Lab}/shares/discover")));
                foreach (var share in published) await world.EnforcedAsync(share);
            });
    }

    [Fact]
    public async Task Editing_a_share_takes_effect_as_a_whole_or_not_at_all()
    {
        var world = await PublisherAsync();
        var share = await world.ShareAsync("rna", isViewRestricted: true);
        await world.SubscribeAsync(share);
        var edits = 0;
        await AfterEachCallAsync(
            () =>
            {
                var input = world.Input("rna", true);
                input["sharedProjectIds"] = ++edits % 2 == 1 ? new JsonArray(world.OtherLab) : new JsonArray(world.Lab, world.OtherLab);
                return world.CoreAdmin.PutAsync($"/api/projects/{world.Publisher}/shares/{share}", input);
            },
            async () =>
            {
                var detail = (await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/shares/{share}")).Expect(200);
                var named = detail["sharedProjects"].AsArray().Select(p => (string)p!["id"]!).ToHashSet();
                await Eventually.HoldsAsync("exactly the projects that the share names have it", async () =>
                    await SeesAsync(world.LabAdmin, world.Lab, share) == named.Contains(world.Lab)
                    && await SeesAsync(world.OtherAdmin, world.OtherLab, share) == named.Contains(world.OtherLab));
            });
    }

    [Fact]
    public async Task Subscribing_happens_or_does_not()
    {
        var world = await PublisherAsync();
        var dataset = await world.UploadAsync("Run 1", "rna");
        var share = await world.ShareAsync("rna", isViewRestricted: true);
        await AfterEachCallAsync(
            () => world.LabAdmin.PutAsync($"/api/projects/{world.Lab}/shares/{share}:subscribe"),
            async () =>
            {
                var type = (string)(await world.LabAdmin.GetAsync($"/api/projects/{world.Lab}/shares/{share}")).Expect(200)["shareType"]!;
                var status = (await PipelineRun.RequestAsync(world, dataset.Id)).Status;
                Assert.Equal(type == "SUBSCRIBER" ? 200 : 404, status);
                (await world.LabAdmin.PutAsync($"/api/projects/{world.Lab}/shares/{share}:unsubscribe")).Expect(200);
            });
    }

    [Fact]
    public async Task Deleting_a_share_ends_with_nothing_of_it_left()
    {
        var world = await PublisherAsync();
        var calls = 1;
        for (var killed = true; killed; calls++)
        {
            var share = await world.ShareAsync("rna", isViewRestricted: true);
            await world.SubscribeAsync(share);
            await _api.ArmAsync(calls);
            await world.CoreAdmin.DeleteAsync($"/api/projects/{world.Publisher}/shares/{share}");
            killed = await _api.FiredAsync();
            await world.CoreAdmin.DeleteAsync($"/api/projects/{world.Publisher}/shares/{share}");
            (await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/shares/{share}")).Expect(404);
            Assert.False(await SeesAsync(world.LabAdmin, world.Lab, share));
        }

        Assert.True(calls > FewestCalls, $"only {calls - 1} calls were seen");
    }

    private async Task<World> PublisherAsync()
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        return world;
    }

    private async Task AfterEachCallAsync(Func<Task<Answer>> operation, Func<Task> check)
    {
        var calls = 1;
        for (var killed = true; killed; calls++)
        {
            Assert.InRange(calls, 1, 40);
            await _api.ArmAsync(calls);
            var answer = await operation();
            killed = await _api.FiredAsync();
            Assert.True(killed || answer.Status is 200 or 201, answer.Text);
            await check();
        }

        Assert.True(calls > FewestCalls, $"only {calls - 1} calls were seen");
    }

    private static async Task<HashSet<string>> IdsAsync(ApiClient client, string path) =>
        [.. (await client.GetAsync(path)).Expect(200).Body!.AsArray().Select(s => (string)s!["id"]!)];

    private static async Task<bool> SeesAsync(ApiClient client, string project, string share) =>
        (await IdsAsync(client, $"/api/projects/{project}/shares?type=PUBLISHER,SUBSCRIBER,AVAILABLE")).Contains(share);
}
