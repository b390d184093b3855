using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.MainJob;

public sealed class UnsubscribingTests(LocalCloud cloud)
{
    [Fact]
    public async Task Unsubscribing_takes_the_datasets_away_and_vends_no_new_session()
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var dataset = await world.UploadAsync("Run 1", "rna");
        var share = await world.ShareAsync("rna", isViewRestricted: false);
        await world.SubscribeAsync(share);
        (await PipelineRun.RequestAsync(world, dataset.Id)).Expect(200);

        (await world.LabAdmin.PutAsync($"/api/projects/{world.Lab}/shares/{share}:unsubscribe")).Expect(200);
        Assert.Empty((await world.LabMember.GetAsync($"/api/projects/{world.Lab}/datasets")).Expect(200)["data"].AsArray());
        (await world.LabMember.GetAsync($"/api/projects/{world.Lab}/datasets/{dataset.Id}")).ExpectError(404, "NOT_FOUND");
        (await PipelineRun.RequestAsync(world, dataset.Id)).ExpectError(404, "NOT_FOUND");
        (await world.LabMember.PostAsync($"/api/projects/{world.Lab}/datasets/{dataset.Id}/files:presign", new JsonObject { ["all"] = true }))
            .ExpectError(404, "NOT_FOUND");
    }

    [Fact]
    public async Task Deleting_a_share_takes_everything_away_and_removes_its_access_points()
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var dataset = await world.UploadAsync("Run 1", "rna");
        var share = await world.ShareAsync("rna", isViewRestricted: true);
        await world.SubscribeAsync(share);
        var run = await PipelineRun.StartAsync(world, dataset.Id);

        (await world.CoreAdmin.DeleteAsync($"/api/projects/{world.Publisher}/shares/{share}")).Expect(200);
        (await PipelineRun.RequestAsync(world, dataset.Id)).ExpectError(404, "NOT_FOUND");
        Assert.Empty((await world.LabAdmin.GetAsync($"/api/projects/{world.Lab}/shares")).Expect(200).Body!.AsArray());
        await Eventually.HoldsAsync("the session reads nothing any more", async () =>
        {
            using var s3 = Storage.Client(run.Credentials, cloud.Vpc);
            try
            {
                using var response = await s3.GetObjectAsync(run.Alias, dataset.Key);
                return false;
            }
            catch (Amazon.S3.AmazonS3Exception)
            {
                return true;
            }
        });
    }
}
