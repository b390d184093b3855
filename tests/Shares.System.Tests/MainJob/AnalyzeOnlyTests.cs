using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.MainJob;

public sealed class AnalyzeOnlyTests(LocalCloud cloud)
{
    [Fact]
    public async Task Members_of_the_subscriber_see_the_names_of_files_and_get_no_contents()
    {
        var world = await World.CreateAsync(cloud);
        var dataset = await AnalyzeOnlyAsync(world);
        var files = (await world.LabMember.GetAsync($"/api/projects/{world.Lab}/datasets/{dataset.Id}/files")).Expect(200);
        var file = Assert.Single(files["files"].AsArray())!;
        Assert.Equal((dataset.ListedPath, (long)dataset.File.Bytes.Length), ((string)file["path"]!, (long)file["size"]!));

        (await world.LabMember.PostAsync($"/api/projects/{world.Lab}/datasets/{dataset.Id}/files:presign", new JsonObject { ["paths"] = new JsonArray(dataset.ListedPath) }))
            .ExpectError(403, "SHARE_IS_ANALYZE_ONLY");
        (await world.LabMember.PostAsync($"/api/projects/{world.Lab}/s3-token", new JsonObject { ["accessType"] = "SHARED_DATASET_DOWNLOAD", ["datasetId"] = dataset.Id }))
            .ExpectError(403, "SHARE_IS_ANALYZE_ONLY");
    }

    [Fact]
    public async Task A_pipeline_reads_the_file_byte_for_byte_from_inside_the_VPC()
    {
        var world = await World.CreateAsync(cloud);
        var dataset = await AnalyzeOnlyAsync(world);
        var run = await PipelineRun.StartAsync(world, dataset.Id);
        Assert.Equal(dataset.File.Bytes, await Storage.ReadAsync(run.Credentials, cloud.Vpc, run.Alias, dataset.Key));
    }

    [Fact]
    public async Task Storage_refuses_the_pipelines_session_everywhere_else()
    {
        var world = await World.CreateAsync(cloud);
        var dataset = await AnalyzeOnlyAsync(world);
        var sibling = await world.UploadAsync("Run 2", "rna");
        var otherShare = await world.ShareAsync("rna", isViewRestricted: false);
        await world.SubscribeAsync(otherShare);
        var run = await PipelineRun.StartAsync(world, dataset.Id);

        await Storage.RefusesReadAsync(run.Credentials, cloud.Internet, run.Alias, dataset.Key);
        await Storage.RefusesReadAsync(run.Credentials, cloud.Vpc, run.Alias, sibling.Key);
        await Storage.RefusesReadAsync(run.Credentials, cloud.Vpc, await PublisherBucketAsync(world), dataset.Key);
        foreach (var alias in await AliasesAsync(world, otherShare)) await Storage.RefusesReadAsync(run.Credentials, cloud.Vpc, alias, dataset.Key);
        Assert.Equal(403, await PresignedStatusAsync(run, dataset));
    }

    [Fact]
    public async Task A_pipeline_writes_results_into_its_own_bucket_and_nowhere_else()
    {
        var world = await World.CreateAsync(cloud);
        var dataset = await AnalyzeOnlyAsync(world);
        var run = await PipelineRun.StartAsync(world, dataset.Id);
        var own = (string)(await world.LabAdmin.GetAsync($"/api/projects/{world.Lab}")).Expect(200)["bucket"]!;
        using (var s3 = Storage.Client(run.Credentials, cloud.Vpc)) await s3.PutObjectAsync(new() { BucketName = own, Key = "results/counts.csv", ContentBody = "gene,count" });
        Assert.Equal("gene,count"u8.ToArray(), await Storage.ReadAsync(run.Credentials, cloud.Vpc, own, "results/counts.csv"));
        await Storage.RefusesWriteAsync(run.Credentials, cloud.Vpc, await PublisherBucketAsync(world), "results/counts.csv");
        await Storage.RefusesWriteAsync(run.Credentials, cloud.Vpc, run.Alias, $"datasets/{dataset.Id}/data/new.csv");
    }

    [Fact]
    public async Task A_pipeline_lists_the_files_of_its_dataset_and_of_no_other()
    {
        var world = await World.CreateAsync(cloud);
        var dataset = await AnalyzeOnlyAsync(world);
        var run = await PipelineRun.StartAsync(world, dataset.Id);
        using var s3 = Storage.Client(run.Credentials, cloud.Vpc);
        var listed = await s3.ListObjectsV2Async(new() { BucketName = run.Alias, Prefix = $"datasets/{dataset.Id}/" });
        Assert.Equal([dataset.Key], listed.S3Objects.Select(o => o.Key));
        await Storage.RefusesAsync(run.Credentials, cloud.Vpc, client => client.ListObjectsV2Async(new() { BucketName = run.Alias, Prefix = "datasets/" }));
        await Storage.RefusesAsync(run.Credentials, cloud.Vpc, client => client.ListObjectsV2Async(new() { BucketName = run.Alias }));
    }

    private static async Task<UploadedDataset> AnalyzeOnlyAsync(World world)
    {
        await world.AllowSharingAsync();
        var dataset = await world.UploadAsync("Run 1", "rna");
        await world.SubscribeAsync(await world.ShareAsync("rna", isViewRestricted: true));
        return dataset;
    }

    private static async Task<string> PublisherBucketAsync(World world) =>
        (string)(await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}")).Expect(200)["bucket"]!;

    private static async Task<List<string>> AliasesAsync(World world, string share)
    {
        var enforcement = (await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/shares/{share}/enforcement")).Expect(200);
        var aliases = enforcement["accessPoints"].AsArray().Select(a => (string)a!["alias"]!).ToList();
        Assert.Equal(2, aliases.Count);
        return aliases;
    }

    /// <summary>A URL that the pipeline signs with its own credentials, used inside the VPC.</summary>
    private async Task<int> PresignedStatusAsync(PipelineRun run, UploadedDataset dataset)
    {
        using var s3 = Storage.Client(run.Credentials, cloud.Vpc);
        var url = await s3.GetPreSignedURLAsync(new()
        {
            BucketName = run.Alias, Key = dataset.Key, Protocol = Amazon.S3.Protocol.HTTP, Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
        });
        using var response = await cloud.Http.GetAsync(new Uri(url));
        Assert.Contains("<Code>AccessDenied</Code>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return (int)response.StatusCode;
    }
}
