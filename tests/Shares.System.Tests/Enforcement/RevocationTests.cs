using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Enforcement;

/// <summary>For each way to lose access: what was handed out before is refused once the share counts as enforced.</summary>
public sealed class RevocationTests(LocalCloud cloud)
{
    [Fact]
    public async Task Unsubscribing_ends_everything_that_the_project_was_handed_out_and_coming_back_gives_new_access()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        var before = await HandedOut.ForAsync(world, dataset);
        await before.AssertReadsAsync();
        var since = TimeProvider.System.GetUtcNow();
        (await world.LabAdmin.PutAsync($"/api/projects/{world.Lab}/shares/{share}:unsubscribe")).Expect(200);
        // Storage may be quicker than this question, and then says since when.
        var asked = await world.EnforcementAsync(share);
        Assert.True((string?)asked["state"] == "PENDING" || (DateTimeOffset?)asked["effectiveAt"] >= since, asked.Text);
        Assert.True(await world.RefusesAsync(share) >= since);
        await before.AssertRefusedAsync();

        await world.SubscribeAsync(share);
        await (await HandedOut.ForAsync(world, dataset)).AssertReadsAsync();
        await before.AssertRefusedAsync();
    }

    [Fact]
    public async Task A_project_that_is_taken_out_of_the_share_reads_nothing_any_more()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        var before = await HandedOut.ForAsync(world, dataset);
        var edit = world.Input("rna", isViewRestricted: false);
        edit["sharedProjectIds"] = new JsonArray();
        (await world.CoreAdmin.PutAsync($"/api/projects/{world.Publisher}/shares/{share}", edit)).Expect(200);
        await world.RefusesAsync(share);
        await before.AssertRefusedAsync();
    }

    [Fact]
    public async Task Ending_one_usage_ends_its_execution_and_no_other()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        var (cut, other) = (await HandedOut.ForAsync(world, dataset), await HandedOut.ForAsync(world, dataset));
        var usages = (await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/shares/{share}/usages")).Expect(200)["data"]!.AsArray();
        var usage = usages.Single(u => (string?)u!["consumingItem"]!["id"] == cut.Execution)!;
        (await world.CoreAdmin.DeleteAsync($"/api/projects/{world.Publisher}/shares/{share}/usages/{usage["id"]}")).Expect(200);
        await world.RefusesAsync(share);
        await cut.AssertOnlyDownloadsReadAsync();
        await other.AssertReadsAsync();
        (await HandedOut.AskForRunAsync(world, cut.Execution, dataset)).ExpectError(404, "NOT_FOUND");
        (await HandedOut.AskForRunAsync(world, other.Execution, dataset)).Expect(200);
    }

    [Fact]
    public async Task A_member_who_is_removed_downloads_nothing_any_more_and_pipelines_go_on()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        var before = await HandedOut.ForAsync(world, dataset);
        (await world.LabAdmin.PutAsync($"/api/projects/{world.Lab}/permissions", new JsonObject { ["username"] = "lab-member", ["role"] = "NONE" })).Expect(200);
        await world.RefusesAsync(share);
        await before.AssertOnlyThePipelineReadsAsync();

        (await world.LabAdmin.PutAsync($"/api/projects/{world.Lab}/permissions", new JsonObject { ["username"] = "lab-member", ["role"] = "COLLABORATOR" })).Expect(200);
        await (await HandedOut.ForAsync(world, dataset)).AssertReadsAsync();
    }

    [Fact]
    public async Task A_share_that_becomes_analyze_only_ends_downloads_and_pipelines_go_on()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        var before = await HandedOut.ForAsync(world, dataset);
        await world.EditAsync(share, "rna", isViewRestricted: true);
        await before.AssertOnlyThePipelineReadsAsync();
    }

    [Fact]
    public async Task A_dataset_that_loses_its_tag_is_not_read_any_more_and_others_of_the_share_are()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        var stays = await world.UploadAsync("Run 2", "rna");
        var (before, other) = (await HandedOut.ForAsync(world, dataset), await HandedOut.ForAsync(world, stays));
        await world.TagAsync(dataset.Id, "private");
        await world.RefusesAsync(share);
        await before.AssertRefusedAsync();
        await other.AssertReadsAsync();

        await world.TagAsync(dataset.Id, "rna");
        await (await HandedOut.ForAsync(world, dataset)).AssertReadsAsync();
    }

    [Fact]
    public async Task A_dataset_that_leaves_by_an_edit_of_the_conditions_is_not_read_any_more()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        var before = await HandedOut.ForAsync(world, dataset);
        await world.EditAsync(share, "something else", isViewRestricted: false);
        await world.RefusesAsync(share);
        await before.AssertRefusedAsync();
    }

    [Fact]
    public async Task A_dataset_that_is_deleted_is_not_read_any_more()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        var before = await HandedOut.ForAsync(world, dataset);
        (await world.CoreAdmin.DeleteAsync($"/api/projects/{world.Publisher}/datasets/{dataset.Id}")).Expect(202);
        await world.RefusesAsync(share);
        await before.AssertRefusedAsync();
    }

    [Fact]
    public async Task A_share_that_expires_is_not_read_from_that_second_on()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        var before = await HandedOut.ForAsync(world, dataset);
        var edit = world.Input("rna", isViewRestricted: false);
        edit["expiresAt"] = TimeProvider.System.GetUtcNow().AddSeconds(15).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        (await world.CoreAdmin.PutAsync($"/api/projects/{world.Publisher}/shares/{share}", edit)).Expect(200);
        await world.EnforcedAsync(share);
        var end = DateTimeOffset.Parse((string)edit["expiresAt"]!, null);
        if (end - TimeProvider.System.GetUtcNow() is { Ticks: > 0 } left) await Task.Delay(left);
        await before.AssertRefusedAsync();
    }

    [Fact]
    public async Task A_share_that_is_deleted_is_not_read_any_more()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        var before = await HandedOut.ForAsync(world, dataset);
        (await world.CoreAdmin.DeleteAsync($"/api/projects/{world.Publisher}/shares/{share}")).Expect(200);
        await Eventually.HoldsAsync("nothing reads any more", async () =>
        {
            try
            {
                await before.AssertRefusedAsync();
                return true;
            }
            catch (Xunit.Sdk.XunitException)
            {
                return false;
            }
        });
    }
}
