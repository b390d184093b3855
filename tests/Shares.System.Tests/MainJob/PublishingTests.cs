using Shares.SystemTests.Support;

namespace Shares.SystemTests.MainJob;

public sealed class PublishingTests(LocalCloud cloud)
{
    [Fact]
    public async Task A_share_cannot_be_published_until_the_project_allows_sharing()
    {
        var world = await World.CreateAsync(cloud);
        (await world.CoreAdmin.PostAsync($"/api/projects/{world.Publisher}/shares", world.Input("rna", true))).ExpectError(403, "SHARING_DISABLED");
        await world.AllowSharingAsync();
        (await world.CoreAdmin.PostAsync($"/api/projects/{world.Publisher}/shares", world.Input("rna", true))).Expect(201);
    }

    [Fact]
    public async Task Files_are_uploaded_with_vended_credentials_and_counted_on_completion()
    {
        var world = await World.CreateAsync(cloud);
        var dataset = await world.UploadAsync("Run 1", "rna");
        var detail = (await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/datasets/{dataset.Id}")).Expect(200);
        Assert.Equal("COMPLETED", (string?)detail["status"]);
        Assert.Equal(dataset.File.Bytes.Length, (long)detail["totalSizeBytes"]);
        Assert.Equal(1, (long)detail["fileCount"]);
    }

    [Fact]
    public async Task Upload_credentials_write_into_their_dataset_and_nowhere_else()
    {
        var world = await World.CreateAsync(cloud);
        var (mine, bucket) = await world.RegisterAsync("Run 1", "a.txt");
        var (other, _) = await world.RegisterAsync("Run 2", "a.txt");
        var upload = await world.UploadCredentialsAsync(mine);
        await Storage.RefusesWriteAsync(upload, cloud.Internet, bucket, $"datasets/{other}/data/a.txt");
        await Storage.RefusesWriteAsync(upload, cloud.Internet, bucket, $"datasets/{mine}/a.txt");
        await Storage.RefusesReadAsync(upload, cloud.Internet, bucket, $"datasets/{mine}/data/a.txt");
    }

    [Fact]
    public async Task A_subscribed_share_shows_its_datasets_at_once_and_those_tagged_later_too()
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var first = await world.UploadAsync("Run 1", "rna");
        var later = await world.UploadAsync("Run 2");
        var share = (string)(await world.CoreAdmin.PostAsync($"/api/projects/{world.Publisher}/shares", world.Input("rna", true))).Expect(201)["id"]!;

        var offered = (await world.LabAdmin.GetAsync($"/api/projects/{world.Lab}/shares/discover")).Expect(200).Body!.AsArray();
        Assert.Equal("AVAILABLE", (string?)Assert.Single(offered, s => (string?)s!["id"] == share)!["shareType"]);
        Assert.Empty(await DatasetsAsync(world));

        await world.SubscribeAsync(share);
        Assert.Equal([first.Id], await DatasetsAsync(world));
        await world.TagAsync(later.Id, "rna");
        Assert.Equal([first.Id, later.Id], await DatasetsAsync(world));
        await world.TagAsync(first.Id, "dna");
        Assert.Equal([later.Id], await DatasetsAsync(world));
    }

    private static async Task<List<string>> DatasetsAsync(World world)
    {
        var page = (await world.LabAdmin.GetAsync($"/api/projects/{world.Lab}/datasets")).Expect(200);
        Assert.Equal("", (string?)page["nextToken"]);
        return [.. page["data"].AsArray().Select(d => (string)d!["id"]!)];
    }
}
