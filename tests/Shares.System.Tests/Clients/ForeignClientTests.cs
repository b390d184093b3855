using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Clients;

/// <summary>Uploading, analyzing and downloading with clients that nobody of this project wrote.</summary>
public sealed class ForeignClientTests(LocalCloud cloud)
{
    public static TheoryData<string> Clients => ["AWS CLI", "AWS SDK for JavaScript"];

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task What_it_uploads_is_read_through_the_share_and_nowhere_else(string name)
    {
        var client = name == "AWS CLI" ? S3Program.AwsCli : S3Program.JavaScriptSdk;
        Assert.SkipWhen(client == S3Program.AwsCli && !OnPath("aws"), "The AWS CLI is not installed.");
        using var folder = new TemporaryFolder();
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var file = DataFile.Random("reads_1.fastq.gz", 9_000_000);
        var (id, bucket) = await world.RegisterAsync("Run 1", file.Path);
        var dataset = new UploadedDataset(id, file);

        var upload = await world.UploadCredentialsAsync(id);
        await File.WriteAllBytesAsync(folder.File("sent"), file.Bytes);
        Assert.Equal("AccessDenied", await client.PutAsync(upload, cloud.Internet, bucket, "results/elsewhere", folder.File("sent")));
        Assert.Equal("ok", await client.PutAsync(upload, cloud.Internet, bucket, dataset.Key, folder.File("sent")));
        (await world.CoreAdmin.PostAsync($"/api/projects/{world.Publisher}/datasets/{id}:complete")).Expect(200);
        await world.TagAsync(id, "rna");
        var share = await world.ShareAsync("rna", isViewRestricted: true);
        await world.SubscribeAsync(share);

        var run = await PipelineRun.StartAsync(world, id);
        Assert.Equal("ok", await client.GetAsync(run.Credentials, cloud.Vpc, run.Alias, dataset.Key, folder.File("analyzed")));
        Assert.Equal(file.Bytes, await File.ReadAllBytesAsync(folder.File("analyzed")));
        Assert.Equal("AccessDenied", await client.GetAsync(run.Credentials, cloud.Internet, run.Alias, dataset.Key, folder.File("no")));
        Assert.Equal("AccessDenied", await client.GetAsync(run.Credentials, cloud.Vpc, bucket, dataset.Key, folder.File("no")));

        await world.EditAsync(share, "rna", isViewRestricted: false);
        var token = (await world.LabMember.PostAsync($"/api/projects/{world.Lab}/s3-token", new JsonObject { ["accessType"] = "SHARED_DATASET_DOWNLOAD", ["datasetId"] = id })).Expect(200);
        var alias = Storage.Parse((string)(await world.LabMember.GetAsync($"/api/projects/{world.Lab}/datasets/{id}")).Expect(200)["s3"]!).Bucket;
        Assert.Equal("ok", await client.GetAsync(World.Session(token.Body!), cloud.Internet, alias, dataset.Key, folder.File("downloaded")));
        Assert.Equal(file.Bytes, await File.ReadAllBytesAsync(folder.File("downloaded")));

        await world.EditAsync(share, "rna", isViewRestricted: true);
        Assert.NotEqual("ok", await client.GetAsync(World.Session(token.Body!), cloud.Internet, alias, dataset.Key, folder.File("no")));
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
