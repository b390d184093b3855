using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Shares.Access.Tests.Support;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Testing.RuntimeApi;

namespace Shares.Access.Tests.VendPipelineToken;

public sealed class PipelineTokenTests(AccessWorld world)
{
    private readonly ExecutionId _execution = UuidId.New<ExecutionId>(TimeProvider.System);

    [Fact]
    public async Task One_session_reads_own_and_shared_inputs_and_writes_only_in_the_own_bucket()
    {
        var scene = await Scene.CreateAsync(world);
        var share = await scene.ShareAsync(analyzeOnly: true);
        var (own, shared, other) = (await scene.AddDatasetAsync(scene.Subscriber), await scene.AddDatasetAsync(scene.Publisher), await scene.AddDatasetAsync(scene.Publisher));
        var token = (await VendAsync(scene, own, shared)).Ok();
        var alias = share.Enforcement.Analyze!.Alias;

        Assert.Equal(
            [$$"""{"datasetId":"{{own}}","s3":"s3://{{scene.SubscriberBucket}}/datasets/{{own}}"}""", $$"""{"datasetId":"{{shared}}","s3":"s3://{{alias}}/datasets/{{shared}}","shareId":"{{share.Id}}"}"""],
            token.GetProperty("datasets").EnumerateArray().Select(d => d.GetRawText()));
        Assert.Equal(0, token.GetProperty("more").GetArrayLength());

        using var s3 = world.Storage.S3(token.GetProperty("credentials").Keys(), inVpc: true);
        Assert.Equal("OK", await ReadAsync(s3, scene.SubscriberBucket, own));
        Assert.Equal("OK", await ReadAsync(s3, alias, shared));
        Assert.Equal("AccessDenied", await ReadAsync(s3, alias, other));
        Assert.Equal("AccessDenied", await ReadAsync(s3, scene.PublisherBucket, shared));
        Assert.Equal("OK", await WriteAsync(s3, scene.SubscriberBucket));
        Assert.Equal("AccessDenied", await WriteAsync(s3, scene.PublisherBucket));
        Assert.Equal("AccessDenied", await WriteAsync(s3, alias));
        using var outside = world.Storage.S3(token.GetProperty("credentials").Keys());
        Assert.Equal("AccessDenied", await ReadAsync(outside, alias, shared));
    }

    [Fact]
    public async Task Every_shared_input_is_recorded_as_a_usage_until_the_session_ends()
    {
        var scene = await Scene.CreateAsync(world);
        var share = await scene.ShareAsync(analyzeOnly: true);
        var (own, first, second) = (await scene.AddDatasetAsync(scene.Subscriber), await scene.AddDatasetAsync(scene.Publisher), await scene.AddDatasetAsync(scene.Publisher));
        var token = (await VendAsync(scene, own, first, second)).Ok();

        var usages = await world.Usages.ListAsync(share.Id, default);
        Assert.Equal([first, second], usages.Select(u => u.DatasetId).OrderBy(d => d.Value));
        Assert.All(usages, usage =>
        {
            Assert.Equal((_execution, scene.Subscriber, UsageStatus.Active), (usage.ExecutionId, usage.ConsumingProjectId, usage.Status));
            Assert.Equal($"arn:aws:s3:us-east-1:111122223333:accesspoint/{share.Enforcement.Analyze!.Name}", usage.AccessPointArn);
            Assert.Equal(token.GetProperty("credentials").GetProperty("expiration").GetDateTimeOffset(), usage.EndsAt);
        });
    }

    [Fact]
    public async Task More_shared_inputs_than_one_session_holds_come_as_several()
    {
        var scene = await Scene.CreateAsync(world);
        var share = await scene.ShareAsync(analyzeOnly: true);
        var own = await scene.AddDatasetAsync(scene.Subscriber);
        var shared = new List<DatasetId>();
        for (var i = 0; i < 21; i++) shared.Add(await scene.AddDatasetAsync(scene.Publisher));
        var token = (await VendAsync(scene, [own, .. shared])).Ok();

        var sessions = token.GetProperty("more").EnumerateArray().Prepend(token).ToList();
        Assert.True(sessions.Count >= 2);
        Assert.All(sessions, session => Assert.InRange(session.GetProperty("datasets").GetArrayLength(), 1, 21));
        Assert.Equal([own, .. shared], sessions.SelectMany(Ids));
        Assert.Equal(21, (await world.Usages.ListAsync(share.Id, default)).Count);
        foreach (var session in sessions)
        {
            using var s3 = world.Storage.S3(session.GetProperty("credentials").Keys(), inVpc: true);
            var readable = new List<DatasetId>();
            foreach (var dataset in shared)
            {
                if (await ReadAsync(s3, share.Enforcement.Analyze!.Alias, dataset) == "OK") readable.Add(dataset);
            }

            Assert.Equal(Ids(session).Where(shared.Contains), readable);
        }
    }

    [Fact]
    public async Task When_one_input_is_refused_nothing_is_handed_out_and_the_answer_names_it()
    {
        await using var function = await world.StartFunctionAsync(TimeProvider.System);
        var scene = await Scene.CreateAsync(world);
        scene.Via = function;
        var share = await scene.ShareAsync(analyzeOnly: true);
        var shared = await scene.AddDatasetAsync(scene.Publisher);
        var none = UuidId.New<DatasetId>(TimeProvider.System);
        var answer = await VendAsync(scene, shared, none);
        Assert.Equal("404 NOT_FOUND", answer.Outcome());
        Assert.Contains($"{none}", answer.Json.Text("detail"), StringComparison.Ordinal);
        Assert.StartsWith("datasetIds[1]: ", Assert.Single(answer.FieldErrors()), StringComparison.Ordinal);
        Assert.Empty(function.Sts.Calls);
        Assert.Empty(await world.Usages.ListAsync(share.Id, default));
    }

    [Fact]
    public async Task An_input_named_twice_counts_once()
    {
        var scene = await Scene.CreateAsync(world);
        var share = await scene.ShareAsync(analyzeOnly: true);
        var shared = await scene.AddDatasetAsync(scene.Publisher);
        Assert.Equal([shared], Ids((await VendAsync(scene, shared, shared)).Ok()));
        Assert.Single(await world.Usages.ListAsync(share.Id, default));
    }

    [Fact]
    public async Task Storages_log_names_the_subscriber_and_the_execution_of_a_session()
    {
        await using var function = await world.StartFunctionAsync(TimeProvider.System);
        var scene = await Scene.CreateAsync(world);
        scene.Via = function;
        Assert.Equal("200", (await VendAsync(scene, await scene.AddDatasetAsync(scene.Subscriber))).Outcome());
        var call = Assert.Single(function.Sts.Calls);
        Assert.Contains($"RoleSessionName={scene.Subscriber.Hex()}.", call, StringComparison.Ordinal);
        Assert.Contains($"SourceIdentity={_execution}", call, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"datasetIds":["0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"]}""", "executionId")]
    [InlineData("""{"executionId":"run-1","datasetIds":["0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"]}""", "executionId")]
    [InlineData("""{"executionId":"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"}""", "datasetIds")]
    [InlineData("""{"executionId":"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","datasetIds":[]}""", "datasetIds")]
    [InlineData("""{"executionId":"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","datasetIds":["x"]}""", "datasetIds[0]")]
    [InlineData("""{"executionId":"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","datasetIds":["0190A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B"]}""", "datasetIds[0]")]
    public async Task A_request_outside_its_bounds_is_refused(string body, string field)
    {
        var scene = await Scene.CreateAsync(world);
        var answer = await scene.PostAsPipelineAsync("pipeline-token", body);
        Assert.Equal("400 VALIDATION_FAILED", answer.Outcome());
        Assert.StartsWith($"{field}: ", Assert.Single(answer.FieldErrors()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_200_inputs_are_refused()
    {
        var scene = await Scene.CreateAsync(world);
        var ids = Enumerable.Range(0, 201).Select(_ => UuidId.New<DatasetId>(TimeProvider.System));
        Assert.Equal("400 VALIDATION_FAILED", (await VendAsync(scene, [.. ids])).Outcome());
    }

    private Task<HttpApiAnswer> VendAsync(Scene scene, params DatasetId[] datasets) => scene.PostAsPipelineAsync(
        "pipeline-token", JsonSerializer.Serialize(new { executionId = _execution.ToString(), datasetIds = datasets.Select(d => d.ToString()) }));

    private static IEnumerable<DatasetId> Ids(JsonElement session) =>
        session.GetProperty("datasets").EnumerateArray().Select(d => UuidId.Parse<DatasetId>(d.Text("datasetId")));

    private static Task<string> ReadAsync(AmazonS3Client s3, string bucket, DatasetId dataset) =>
        Answers.OutcomeAsync(() => s3.GetObjectAsync(bucket, $"datasets/{dataset}/data/reads.fastq"));

    private static Task<string> WriteAsync(AmazonS3Client s3, string bucket) =>
        Answers.OutcomeAsync(() => s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "results/x", ContentBody = "x" }));
}
