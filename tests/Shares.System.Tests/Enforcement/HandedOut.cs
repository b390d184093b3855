using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Enforcement;

/// <summary>What was handed out for one dataset while access was allowed: a pipeline's session, a person's session, and a URL.</summary>
/// <param name="Execution">Of the pipeline's session.</param>
internal sealed record HandedOut(World World, UploadedDataset Dataset, string Execution, PipelineRun Run, AWSCredentials Person, string Alias, Uri Url)
{
    private static readonly string[] Downloads = ["the person", "the URL"];

    /// <summary>A share of the tag that allows downloads, with the lab subscribed.</summary>
    public static async Task<(World World, string Share, UploadedDataset Dataset)> SharedAsync(LocalCloud cloud, string tag = "rna")
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var dataset = await world.UploadAsync("Run 1", tag);
        var share = await world.ShareAsync(tag, isViewRestricted: false);
        await world.SubscribeAsync(share);
        return (world, share, dataset);
    }

    public static async Task<HandedOut> ForAsync(World world, UploadedDataset dataset)
    {
        var execution = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
        var token = (await AskForRunAsync(world, execution, dataset)).Expect(200);
        var run = new PipelineRun(World.Session(token["credentials"]), Storage.Parse((string)token["datasets"]![0]!["s3"]!).Bucket);
        var person = (await world.LabMember.PostAsync(
            $"/api/projects/{world.Lab}/s3-token", new JsonObject { ["accessType"] = "SHARED_DATASET_DOWNLOAD", ["datasetId"] = dataset.Id })).Expect(200);
        var detail = (await world.LabMember.GetAsync($"/api/projects/{world.Lab}/datasets/{dataset.Id}")).Expect(200);
        var presigned = (await world.LabMember.PostAsync(
            $"/api/projects/{world.Lab}/datasets/{dataset.Id}/files:presign", new JsonObject { ["paths"] = new JsonArray(dataset.ListedPath) })).Expect(200);
        var alias = Storage.Parse((string)detail["s3"]!).Bucket;
        return new(world, dataset, execution, run, World.Session(person.Body!), alias, new Uri((string)presigned["urls"]![0]!["url"]!));
    }

    public static Task<Answer> AskForRunAsync(World world, string execution, UploadedDataset dataset) => world.LabPipeline.PostAsync(
        $"/iam/projects/{world.Lab}/pipeline-token", new JsonObject { ["executionId"] = execution, ["datasetIds"] = new JsonArray(dataset.Id) });

    /// <summary>All of it works.</summary>
    public async Task AssertReadsAsync() => Assert.Equal(["the pipeline", .. Downloads], await ReadingAsync());

    /// <summary>None of it reads or lists any more.</summary>
    public async Task AssertRefusedAsync() => Assert.Empty(await ReadingAsync());

    public async Task AssertOnlyDownloadsReadAsync() => Assert.Equal(Downloads, await ReadingAsync());

    public async Task AssertOnlyThePipelineReadsAsync() => Assert.Equal(["the pipeline"], await ReadingAsync());

    /// <summary>Who can still read or list.</summary>
    private async Task<IReadOnlyList<string>> ReadingAsync()
    {
        var cloud = World.Cloud;
        var reading = new List<string>();
        if (await ReadsAsync(Run.Credentials, cloud.Vpc, Run.Alias)) reading.Add("the pipeline");
        if (await ReadsAsync(Person, cloud.Internet, Alias)) reading.Add("the person");
        using var response = await cloud.Http.GetAsync(Url);
        if (response.IsSuccessStatusCode) reading.Add("the URL");
        return reading;
    }

    private async Task<bool> ReadsAsync(AWSCredentials session, Uri endpoint, string alias)
    {
        using var s3 = Storage.Client(session, endpoint);
        var isRead = await SucceedsAsync(() => s3.GetObjectAsync(alias, Dataset.Key));
        var isListed = await SucceedsAsync(() => s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = alias, Prefix = $"datasets/{Dataset.Id}/" }));
        Assert.Equal(isRead, isListed);
        return isRead;
    }

    private static async Task<bool> SucceedsAsync(Func<Task> request)
    {
        try
        {
            await request();
            return true;
        }
        catch (AmazonS3Exception refusal) when ((int)refusal.StatusCode is 403 or 404)
        {
            return false;
        }
    }
}
