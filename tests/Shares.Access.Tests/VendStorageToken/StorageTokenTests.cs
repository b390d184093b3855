using Amazon.S3;
using Amazon.S3.Model;
using Shares.Access.Tests.Support;
using Shares.Core.Datasets;
using Shares.Core.Ids;

namespace Shares.Access.Tests.VendStorageToken;

/// <summary>What vended credentials reach, as storage itself judges.</summary>
public sealed class StorageTokenTests(AccessWorld world)
{
    [Fact]
    public async Task Project_download_reads_every_own_dataset_and_nothing_else()
    {
        var scene = await Scene.CreateAsync(world);
        var (first, second) = (await scene.AddDatasetAsync(scene.Subscriber), await scene.AddDatasetAsync(scene.Subscriber));
        var foreign = await scene.AddDatasetAsync(scene.Publisher);
        await world.Storage.PutAsync(scene.SubscriberBucket, "elsewhere/x", "x");
        var s3 = await ClientAsync(scene, """{"accessType":"PROJECT_DOWNLOAD"}""");

        Assert.Equal("OK", await Answers.OutcomeAsync(() => s3.GetObjectAsync(scene.SubscriberBucket, Key(first))));
        Assert.Equal("OK", await Answers.OutcomeAsync(() => s3.GetObjectAsync(scene.SubscriberBucket, Key(second))));
        Assert.Equal("AccessDenied", await Answers.OutcomeAsync(() => s3.GetObjectAsync(scene.SubscriberBucket, "elsewhere/x")));
        Assert.Equal("AccessDenied", await Answers.OutcomeAsync(() => s3.GetObjectAsync(scene.PublisherBucket, Key(foreign))));
        Assert.Equal("AccessDenied", await Answers.OutcomeAsync(() => s3.PutObjectAsync(Put(scene.SubscriberBucket, Key(first)))));
    }

    [Fact]
    public async Task Shared_download_reads_one_dataset_through_one_access_point()
    {
        var scene = await Scene.CreateAsync(world);
        var share = await scene.ShareAsync(analyzeOnly: false);
        var other = await scene.ShareAsync(analyzeOnly: false);
        var (dataset, second) = (await scene.AddDatasetAsync(scene.Publisher), await scene.AddDatasetAsync(scene.Publisher));
        var granted = new[] { share, other }.MinBy(s => s.Id.Value)!;
        var s3 = await ClientAsync(scene, $$"""{"accessType":"SHARED_DATASET_DOWNLOAD","datasetId":"{{dataset}}"}""");
        var alias = granted.Enforcement.Download!.Alias;
        var others = (granted == share ? other : share).Enforcement.Download!.Alias;

        Assert.Equal("OK", await Answers.OutcomeAsync(() => s3.GetObjectAsync(alias, Key(dataset))));
        var list = new ListObjectsV2Request { BucketName = alias, Prefix = Dataset.Prefix(dataset) };
        Assert.Equal([Key(dataset)], (await s3.ListObjectsV2Async(list)).S3Objects.Select(o => o.Key));
        Assert.Equal("AccessDenied", await Answers.OutcomeAsync(() => s3.GetObjectAsync(alias, Key(second))));
        Assert.Equal("AccessDenied", await Answers.OutcomeAsync(() => s3.GetObjectAsync(others, Key(dataset))));
        Assert.Equal("AccessDenied", await Answers.OutcomeAsync(() => s3.GetObjectAsync(scene.PublisherBucket, Key(dataset))));
        Assert.Equal("AccessDenied", await Answers.OutcomeAsync(() => s3.PutObjectAsync(Put(alias, Key(dataset)))));
    }

    [Fact]
    public async Task Upload_puts_files_of_one_dataset_and_reads_nothing()
    {
        var scene = await Scene.CreateAsync(world);
        var dataset = await scene.AddDatasetAsync(scene.Subscriber, DatasetStatus.Pending, files: []);
        var other = await scene.AddDatasetAsync(scene.Subscriber, DatasetStatus.Pending, files: []);
        var s3 = await ClientAsync(scene, $$"""{"accessType":"DATASET_UPLOAD","datasetId":"{{dataset}}"}""");

        Assert.Equal("OK", await Answers.OutcomeAsync(() => s3.PutObjectAsync(Put(scene.SubscriberBucket, Key(dataset)))));
        Assert.Equal("AccessDenied", await Answers.OutcomeAsync(() => s3.GetObjectAsync(scene.SubscriberBucket, Key(dataset))));
        Assert.Equal("AccessDenied", await Answers.OutcomeAsync(() => s3.PutObjectAsync(Put(scene.SubscriberBucket, Key(other)))));
        Assert.Equal("AccessDenied", await Answers.OutcomeAsync(() => s3.PutObjectAsync(Put(scene.SubscriberBucket, $"datasets/{dataset}/x"))));
        Assert.Equal("AccessDenied", await Answers.OutcomeAsync(() => s3.PutObjectAsync(Put(scene.PublisherBucket, Key(dataset)))));
    }

    [Theory]
    [InlineData("24", 60)]
    [InlineData("1", 60)]
    [InlineData("0.5", 30)]
    [InlineData("0.01", 15)]
    public async Task Credentials_last_as_long_as_asked_within_15_minutes_and_an_hour(string hours, int minutes)
    {
        var scene = await Scene.CreateAsync(world);
        var before = TimeProvider.System.GetUtcNow();
        var token = (await scene.PostAsync("s3-token", $$"""{"accessType":"PROJECT_DOWNLOAD","tokenLifetimeHours":{{hours}}}""")).Ok();
        Assert.Equal("us-east-1", token.Text("region"));
        Assert.InRange(token.GetProperty("expiration").GetDateTimeOffset() - before, TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(minutes + 1));
    }

    [Theory]
    [InlineData("{}", "accessType")]
    [InlineData("""{"accessType":"EVERYTHING"}""", "accessType")]
    [InlineData("""{"accessType":"project_download"}""", "accessType")]
    [InlineData("""{"accessType":"PROJECT_DOWNLOAD","tokenLifetimeHours":0}""", "tokenLifetimeHours")]
    [InlineData("""{"accessType":"PROJECT_DOWNLOAD","tokenLifetimeHours":-1}""", "tokenLifetimeHours")]
    [InlineData("""{"accessType":"DATASET_UPLOAD"}""", "datasetId")]
    [InlineData("""{"accessType":"SHARED_DATASET_DOWNLOAD","datasetId":"x"}""", "datasetId")]
    public async Task A_request_outside_its_bounds_is_refused(string body, string field)
    {
        var scene = await Scene.CreateAsync(world);
        var answer = await scene.PostAsync("s3-token", body);
        Assert.Equal("400 VALIDATION_FAILED", answer.Outcome());
        Assert.StartsWith($"{field}: ", Assert.Single(answer.FieldErrors()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "400 MALFORMED_BODY")]
    [InlineData("[]", "400 MALFORMED_BODY")]
    [InlineData("""{"accessType":7}""", "400 MALFORMED_BODY")]
    public async Task A_body_that_is_none_is_refused(string body, string expected)
    {
        var scene = await Scene.CreateAsync(world);
        Assert.Equal(expected, (await scene.PostAsync("s3-token", body)).Outcome());
    }

    private async Task<AmazonS3Client> ClientAsync(Scene scene, string body) =>
        world.Storage.S3((await scene.PostAsync("s3-token", body)).Ok().Keys());

    private static string Key(DatasetId dataset) => $"datasets/{dataset}/data/reads.fastq";

    private static PutObjectRequest Put(string bucket, string key) => new() { BucketName = bucket, Key = key, ContentBody = "new" };
}
