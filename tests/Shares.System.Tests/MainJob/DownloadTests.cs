using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.MainJob;

public sealed class DownloadTests(LocalCloud cloud)
{
    [Fact]
    public async Task Downloads_begin_when_the_share_allows_them_and_issued_urls_die_when_it_no_longer_does()
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var dataset = await world.UploadAsync("Run 1", "rna");
        var share = await world.ShareAsync("rna", isViewRestricted: true);
        await world.SubscribeAsync(share);

        await world.EditAsync(share, "rna", isViewRestricted: false);
        var url = await PresignAsync(world, dataset);
        Assert.Equal(dataset.File.Bytes, await cloud.Http.GetByteArrayAsync(url));
        var bulk = await DownloadCredentialsAsync(world, dataset);
        var alias = Storage.Parse((string)(await world.LabMember.GetAsync($"/api/projects/{world.Lab}/datasets/{dataset.Id}")).Expect(200)["s3"]!).Bucket;
        Assert.Equal(dataset.File.Bytes, await Storage.ReadAsync(bulk, cloud.Internet, alias, dataset.Key));

        await world.EditAsync(share, "rna", isViewRestricted: true);
        Assert.Equal(404, await StatusAsync(url));
        await Storage.IsGoneAsync(bulk, cloud.Internet, alias, dataset.Key);
        (await AskAsync(world, dataset)).ExpectError(403, "SHARE_IS_ANALYZE_ONLY");

        await world.EditAsync(share, "rna", isViewRestricted: false);
        Assert.Equal(404, await StatusAsync(url));
        Assert.Equal(dataset.File.Bytes, await cloud.Http.GetByteArrayAsync(await PresignAsync(world, dataset)));
    }

    [Fact]
    public async Task A_presigned_url_gives_its_file_and_no_other()
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var dataset = await world.UploadAsync("Run 1", "rna");
        var other = await world.UploadAsync("Run 2", "rna");
        await world.SubscribeAsync(await world.ShareAsync("rna", isViewRestricted: false));
        var url = await PresignAsync(world, dataset);
        Assert.Equal(403, await StatusAsync(new Uri(url.ToString().Replace(dataset.Id, other.Id, StringComparison.Ordinal))));
        Assert.Equal(403, await StatusAsync(new Uri(url.ToString().Replace("X-Amz-Expires=", "X-Amz-Expires=9", StringComparison.Ordinal))));
    }

    private static async Task<Uri> PresignAsync(World world, UploadedDataset dataset) =>
        new((string)Assert.Single((await AskAsync(world, dataset)).Expect(200)["urls"].AsArray())!["url"]!);

    private static Task<Answer> AskAsync(World world, UploadedDataset dataset) => world.LabMember.PostAsync(
        $"/api/projects/{world.Lab}/datasets/{dataset.Id}/files:presign", new JsonObject { ["paths"] = new JsonArray(dataset.ListedPath) });

    private static async Task<Amazon.Runtime.AWSCredentials> DownloadCredentialsAsync(World world, UploadedDataset dataset) =>
        World.Session((await world.LabMember.PostAsync(
            $"/api/projects/{world.Lab}/s3-token",
            new JsonObject { ["accessType"] = "SHARED_DATASET_DOWNLOAD", ["datasetId"] = dataset.Id })).Expect(200).Body!);

    private async Task<int> StatusAsync(Uri url)
    {
        using var response = await cloud.Http.GetAsync(url);
        return (int)response.StatusCode;
    }
}
