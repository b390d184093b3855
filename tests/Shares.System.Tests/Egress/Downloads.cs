using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Egress;

/// <summary>The ways in which members of the lab read a shared file.</summary>
internal static class Downloads
{
    public static async Task<Uri> PresignAsync(this World world, ApiClient reader, UploadedDataset dataset) =>
        new((string)Assert.Single((await world.AskAsync(reader, dataset)).Expect(200)["urls"].AsArray())!["url"]!);

    public static Task<Answer> AskAsync(this World world, ApiClient reader, UploadedDataset dataset) => reader.PostAsync(
        $"/api/projects/{world.Lab}/datasets/{dataset.Id}/files:presign", new JsonObject { ["paths"] = new JsonArray(dataset.ListedPath) });

    public static async Task<int> ReadAsync(this World world, Uri url) => (await world.Cloud.Http.GetByteArrayAsync(url)).Length;

    public static async Task<int> ReadRangeAsync(this World world, Uri url, int from, int to)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(from, to) } };
        using var response = await world.Cloud.Http.SendAsync(request);
        Assert.Equal(206, (int)response.StatusCode);
        return (await response.Content.ReadAsByteArrayAsync()).Length;
    }

    /// <summary>Hangs up after the first bytes.</summary>
    public static async Task AbortAsync(this World world, Uri url, int after)
    {
        using var response = await world.Cloud.Http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[after]);
    }

    /// <summary>With a session of their own, in headers.</summary>
    public static async Task<int> ReadWithCredentialsAsync(this World world, UploadedDataset dataset)
    {
        var token = (await world.LabMember.PostAsync(
            $"/api/projects/{world.Lab}/s3-token", new JsonObject { ["accessType"] = "SHARED_DATASET_DOWNLOAD", ["datasetId"] = dataset.Id })).Expect(200);
        var detail = (await world.LabMember.GetAsync($"/api/projects/{world.Lab}/datasets/{dataset.Id}")).Expect(200);
        return (await Storage.ReadAsync(World.Session(token.Body!), world.Cloud.Internet, Storage.Parse((string)detail["s3"]!).Bucket, dataset.Key)).Length;
    }

    public static async Task<int> ReadInPipelineAsync(this World world, UploadedDataset dataset)
    {
        var run = await PipelineRun.StartAsync(world, dataset.Id);
        return (await Storage.ReadAsync(run.Credentials, world.Cloud.Vpc, run.Alias, dataset.Key)).Length;
    }
}
