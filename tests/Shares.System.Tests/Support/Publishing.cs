using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Amazon.S3.Model;

namespace Shares.SystemTests.Support;

/// <summary>A file of a dataset: its path under the dataset's <c>data/</c>, and its bytes.</summary>
public sealed record DataFile(string Path, byte[] Bytes)
{
    public static DataFile Random(string path, int size = 50_000) => new(path, RandomNumberGenerator.GetBytes(size));
}

/// <summary>A dataset with the file that tests read.</summary>
public sealed record UploadedDataset(string Id, DataFile File)
{
    /// <summary>The path as listings show it, below the dataset.</summary>
    public string ListedPath => $"data/{File.Path}";

    public string Key => $"datasets/{Id}/{ListedPath}";
}

/// <summary>The publisher's side of the main job.</summary>
public static class Publishing
{
    /// <summary>Registers, uploads with the vended credentials, completes.</summary>
    public static Task<UploadedDataset> UploadAsync(this World world, string name, params string[] tags) => world.UploadAsync(name, 50_000, tags);

    public static async Task<UploadedDataset> UploadAsync(this World world, string name, int size, params string[] tags)
    {
        var file = DataFile.Random("reads_1.fastq.gz", size);
        var registered = await world.RegisterAsync(name, file.Path, tags);
        using var s3 = Storage.Client(await world.UploadCredentialsAsync(registered.Id), world.Cloud.Internet);
        using var bytes = new MemoryStream(file.Bytes);
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = registered.Bucket, Key = $"datasets/{registered.Id}/data/{file.Path}", InputStream = bytes });
        (await world.CoreAdmin.PostAsync($"/api/projects/{world.Publisher}/datasets/{registered.Id}:complete")).Expect(200);
        return new UploadedDataset(registered.Id, file);
    }

    public static async Task<(string Id, string Bucket)> RegisterAsync(this World world, string name, string file, params string[] tags)
    {
        var registered = (await world.CoreAdmin.PostAsync($"/api/projects/{world.Publisher}/datasets/upload", new JsonObject
        {
            ["name"] = name,
            ["processId"] = "paired_dnaseq",
            ["expectedFiles"] = new JsonArray(file),
            ["tags"] = Tags(tags),
        })).Expect(201);
        return ((string)registered["id"]!, (string)registered["bucket"]!);
    }

    public static async Task<Amazon.Runtime.AWSCredentials> UploadCredentialsAsync(this World world, string dataset) =>
        World.Session((await world.CoreAdmin.PostAsync(
            $"/api/projects/{world.Publisher}/s3-token",
            new JsonObject { ["accessType"] = "DATASET_UPLOAD", ["datasetId"] = dataset })).Expect(200).Body!);

    public static async Task TagAsync(this World world, string dataset, params string[] tags)
    {
        var now = (await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/datasets/{dataset}")).Expect(200);
        var change = new JsonObject
        {
            ["name"] = now["name"].DeepClone(),
            ["description"] = now["description"].DeepClone(),
            ["processId"] = now["processId"].DeepClone(),
            ["tags"] = Tags(tags),
        };
        (await world.CoreAdmin.PutAsync($"/api/projects/{world.Publisher}/datasets/{dataset}", change)).Expect(200);
    }

    /// <summary>A share by tag for the lab; returns when storage enforces it.</summary>
    public static async Task<string> ShareAsync(this World world, string tag, bool isViewRestricted)
    {
        var created = (await world.CoreAdmin.PostAsync($"/api/projects/{world.Publisher}/shares", world.Input(tag, isViewRestricted))).Expect(201);
        var share = (string)created["id"]!;
        await world.EnforcedAsync(share);
        return share;
    }

    public static async Task EditAsync(this World world, string share, string tag, bool isViewRestricted)
    {
        (await world.CoreAdmin.PutAsync($"/api/projects/{world.Publisher}/shares/{share}", world.Input(tag, isViewRestricted))).Expect(200);
        await world.EnforcedAsync(share);
    }

    public static Task EnforcedAsync(this World world, string share) => Eventually.HoldsAsync($"share {share} is enforced", async () =>
        (string?)(await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/shares/{share}/enforcement")).Expect(200)["state"] == "ENFORCED");

    public static async Task SubscribeAsync(this World world, string share) =>
        (await world.LabAdmin.PutAsync($"/api/projects/{world.Lab}/shares/{share}:subscribe")).Expect(200);

    public static JsonObject Input(this World world, string tag, bool isViewRestricted) => new()
    {
        ["name"] = $"Everything tagged {tag}",
        ["description"] = "",
        ["classificationIds"] = new JsonArray(),
        ["conditions"] = new JsonArray(new JsonObject { ["field"] = "TAG", ["value"] = tag }),
        ["sharedProjectIds"] = new JsonArray(world.Lab),
        ["isViewRestricted"] = isViewRestricted,
    };

    private static JsonArray Tags(string[] tags) => new([.. tags.Select(t => new JsonObject { ["value"] = t })]);
}
