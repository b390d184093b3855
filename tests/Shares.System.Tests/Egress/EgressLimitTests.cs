using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Egress;

public sealed class EgressLimitTests(LocalCloud cloud)
{
    [Fact]
    public async Task A_limit_that_is_reached_stops_downloads_but_not_pipelines_until_it_is_lifted()
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var dataset = await world.UploadAsync("Run 1", "limited");
        var share = await world.ShareAsync("limited", isViewRestricted: false);
        await world.SubscribeAsync(share);
        var limit = $"/api/projects/{world.Publisher}/shares/{share}/egress-limit";
        (await world.CoreAdmin.PutAsync(limit, new JsonObject { ["monthlyBytes"] = 60_000, ["action"] = "SUSPEND_DOWNLOADS" })).Expect(200);
        await world.EnforcedAsync(share);
        var finance = await Finance.SignInAsync(cloud);

        var url = await world.PresignAsync(world.LabMember, dataset);
        await world.ReadAsync(url);
        await world.ReadAsync(url);
        await Eventually.HoldsAsync("the limit stops downloads", async () =>
        {
            await finance.RunAsync("LIMITS");
            return (await world.AskAsync(world.LabMember, dataset)).Status == 403;
        });

        (await world.AskAsync(world.LabMember, dataset)).ExpectError(403, "DOWNLOADS_SUSPENDED");
        (await world.LabMember.PostAsync($"/api/projects/{world.Lab}/s3-token", new JsonObject { ["accessType"] = "SHARED_DATASET_DOWNLOAD", ["datasetId"] = dataset.Id })).ExpectError(403, "DOWNLOADS_SUSPENDED");
        var state = (await world.CoreAdmin.GetAsync(limit)).Expect(200);
        Assert.Equal(("REACHED", Finance.Month), ((string)state["state"]!, (string?)state["downloadsSuspended"]?["period"]));
        await Eventually.HoldsAsync("URLs from before are dead", async () =>
        {
            using var response = await cloud.Http.GetAsync(url);
            return (int)response.StatusCode == 404;
        });
        Assert.Equal(dataset.File.Bytes.Length, await world.ReadInPipelineAsync(dataset));
        await Eventually.HoldsAsync("the publisher's administrators are told", async () =>
            (await cloud.Http.GetStringAsync(new Uri(cloud.Internet, "/_local/notifications"))).Contains(share, StringComparison.Ordinal));

        // The same limit once more, without a reason, lifts nothing.
        (await world.CoreAdmin.PutAsync(limit, new JsonObject { ["monthlyBytes"] = 60_000, ["action"] = "SUSPEND_DOWNLOADS" })).Expect(200);
        (await world.AskAsync(world.LabMember, dataset)).ExpectError(403, "DOWNLOADS_SUSPENDED");
        (await world.CoreAdmin.PutAsync(limit, new JsonObject { ["monthlyBytes"] = 60_000, ["action"] = "SUSPEND_DOWNLOADS", ["liftReason"] = "the review is due" })).Expect(200);
        await world.EnforcedAsync(share);
        await finance.RunAsync("LIMITS");
        Assert.Equal(dataset.File.Bytes.Length, await world.ReadAsync(await world.PresignAsync(world.LabMember, dataset)));
        using var old = await cloud.Http.GetAsync(url);
        Assert.False(old.IsSuccessStatusCode, "A URL from before the suspension works again.");
        Assert.Contains("the review is due", (await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/audit?target={share}")).Expect(200).Text, StringComparison.Ordinal);
    }
}
