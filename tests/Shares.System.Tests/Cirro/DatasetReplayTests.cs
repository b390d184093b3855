using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Cirro;

public sealed class DatasetReplayTests(CirroWorld cirro) : IClassFixture<CirroWorld>
{
    private string Datasets => $"/projects/{cirro.World.Publisher}/datasets";

    [Theory]
    [MemberData(nameof(ClientKind.Names), MemberType = typeof(ClientKind))]
    public async Task A_dataset_is_registered_changed_and_deleted(string kind)
    {
        var client = await cirro.SignInAsync("core-admin", kind);

        var registered = (await client.PostAsync($"{Datasets}/upload", new()
        {
            ["name"] = "Run 7", ["processId"] = "paired_dnaseq", ["expectedFiles"] = new JsonArray("reads_1.fastq.gz"), ["description"] = null, ["tags"] = null,
        })).Reads(201, Models.UploadResponse);
        var dataset = $"{Datasets}/{(string?)registered["id"]}";
        (await client.GetAsync(dataset)).Reads(200, Models.DatasetDetail);
        var changed = (await client.PutAsync(dataset, new()
        {
            ["name"] = "Run 7, again", ["description"] = "", ["processId"] = "paired_dnaseq",
            ["tags"] = new JsonArray(new JsonObject { ["value"] = "T cells", ["editable"] = true, ["key"] = null }),
        })).Reads(200, Models.DatasetDetail);
        (await client.DeleteAsync(dataset)).ReadsNothing(202);

        Assert.Equal("T cells", (string?)changed["tags"][0]!["value"]);
        (await client.GetAsync(dataset)).ReadsError(404, "NOT_FOUND");
    }

    [Theory]
    [MemberData(nameof(ClientKind.Names), MemberType = typeof(ClientKind))]
    public async Task Lists_of_datasets_come_in_pages_until_the_token_is_empty(string kind)
    {
        var client = await cirro.SignInAsync("core-admin", kind);
        for (var i = 0; i < 3; i++) await cirro.World.RegisterAsync($"Run {i}", "a.txt");

        var all = (await client.GetAsync($"{Datasets}?limit=5000")).Reads(200, Models.DatasetPage);
        var first = (await client.GetAsync($"{Datasets}?limit=2")).Reads(200, Models.DatasetPage);
        var token = (string)first["nextToken"]!;
        var rest = (await client.GetAsync($"{Datasets}?limit=5000&nextToken={Uri.EscapeDataString(token)}")).Reads(200, Models.DatasetPage);

        Assert.Equal("", (string?)all["nextToken"]);
        Assert.NotEqual("", token);
        Assert.Equal("", (string?)rest["nextToken"]);
        Assert.Equal(Ids(all), [.. Ids(first), .. Ids(rest)]);
    }

    [Theory]
    [MemberData(nameof(ClientKind.Names), MemberType = typeof(ClientKind))]
    public async Task Files_are_uploaded_listed_and_downloaded_with_vended_credentials(string kind)
    {
        var world = cirro.World;
        var client = await cirro.SignInAsync("core-admin", kind);
        var (id, _) = await world.RegisterAsync("Run", "a.txt");
        var token = (await client.PostAsync($"/projects/{world.Publisher}/s3-token", new()
        {
            ["accessType"] = "DATASET_UPLOAD", ["datasetId"] = id, ["sheetId"] = null, ["tokenLifetimeHours"] = null,
        })).Reads(200, Models.Credentials);
        // Clients put what they upload below the address of the dataset itself.
        var place = Storage.Parse((string)(await client.GetAsync($"{Datasets}/{id}")).Reads(200, Models.DatasetDetail)["s3"]!);
        using var s3 = Storage.Client(World.Session(token.Body!), world.Cloud.Internet);
        await s3.PutObjectAsync(new() { BucketName = place.Bucket, Key = $"{place.Prefix}/data/a.txt", ContentBody = "abc" });
        (await world.CoreAdmin.PostAsync($"/api{Datasets}/{id}:complete")).Expect(200);

        var files = (await client.GetAsync($"{Datasets}/{id}/files?fileOffset=0&fileLimit=20000")).Reads(200, Models.Manifest);
        var download = (await client.PostAsync($"/projects/{world.Publisher}/s3-token", new() { ["accessType"] = "PROJECT_DOWNLOAD", ["tokenLifetimeHours"] = 1 }))
            .Reads(200, Models.Credentials);

        Assert.Equal("data/a.txt", (string?)files["files"][0]!["path"]);
        Assert.Equal(1, (int)files["totalFiles"]);
        using var reader = Storage.Client(World.Session(download.Body!), world.Cloud.Internet);
        using var read = await reader.GetObjectAsync(place.Bucket, $"{Storage.Parse((string)files["domain"]!).Prefix}/data/a.txt");
        Assert.Equal(3, read.ContentLength);
    }

    private static List<string> Ids(Answer page) => [.. page["data"].AsArray().Select(dataset => (string)dataset!["id"]!)];
}
