using Shares.Access.Tests.Support;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Testing;

namespace Shares.Access.Tests.Deciding;

/// <summary>What is taken away while STS makes the session is not handed out: the table is asked once more before the answer.</summary>
public sealed class ChangedMeanwhileTests(AccessWorld world)
{
    private const string Presign = """{"paths":["data/reads.fastq"]}""";

    [Theory]
    [InlineData("unsubscribed", "404 NOT_FOUND")]
    [InlineData("deleted", "404 NOT_FOUND")]
    [InlineData("taken out", "404 NOT_FOUND")]
    [InlineData("expired", "404 NOT_FOUND")]
    [InlineData("untagged", "404 NOT_FOUND")]
    [InlineData("member removed", "404 NOT_FOUND")]
    [InlineData("member demoted", "409 CONFLICT")]
    [InlineData("made analyze-only", "403 SHARE_IS_ANALYZE_ONLY")]
    [InlineData("new generation", "503 NOT_READY")]
    public async Task A_download_session_is_not_handed_out_after(string change, string expected)
    {
        await using var function = await world.StartFunctionAsync(TimeProvider.System);
        foreach (var (path, body) in new[] { ("files:presign", Presign), ("s3-token", "SHARED_DATASET_DOWNLOAD") })
        {
            var scene = await Scene.CreateAsync(world);
            scene.Via = function;
            var share = await scene.ShareAsync(analyzeOnly: false);
            var dataset = await scene.AddDatasetAsync(scene.Publisher);
            function.Sts.WhileInFlight = () => ChangeAsync(scene, share, dataset, change);

            var answer = path == "s3-token"
                ? await scene.PostAsync(path, $$"""{"accessType":"{{body}}","datasetId":"{{dataset}}"}""")
                : await scene.PostAsync($"datasets/{dataset}/{path}", body);

            Assert.Null(function.Sts.WhileInFlight);
            Assert.Equal(expected, answer.Outcome());
        }
    }

    [Theory]
    [InlineData("unsubscribed", "404 NOT_FOUND")]
    [InlineData("untagged", "404 NOT_FOUND")]
    [InlineData("new generation", "503 NOT_READY")]
    [InlineData("another pipeline role", "404 NOT_FOUND")]
    public async Task A_pipeline_session_is_not_handed_out_and_leaves_no_usage_after(string change, string expected)
    {
        await using var function = await world.StartFunctionAsync(TimeProvider.System);
        var scene = await Scene.CreateAsync(world);
        scene.Via = function;
        var share = await scene.ShareAsync(analyzeOnly: true);
        var dataset = await scene.AddDatasetAsync(scene.Publisher);
        function.Sts.WhileInFlight = () => ChangeAsync(scene, share, dataset, change);

        var answer = await scene.PostAsPipelineAsync(
            "pipeline-token", $$"""{"executionId":"{{UuidId.New<ExecutionId>(TimeProvider.System)}}","datasetIds":["{{dataset}}"]}""");

        Assert.Null(function.Sts.WhileInFlight);
        Assert.Equal(expected, answer.Outcome());
        Assert.Empty(await world.Usages.ListAsync(share.Id, default));
    }

    [Fact]
    public async Task A_session_that_was_refused_at_the_last_moment_is_not_kept_for_later()
    {
        await using var function = await world.StartFunctionAsync(TimeProvider.System);
        var scene = await Scene.CreateAsync(world);
        scene.Via = function;
        var share = await scene.ShareAsync(analyzeOnly: false);
        var dataset = await scene.AddDatasetAsync(scene.Publisher);
        function.Sts.WhileInFlight = () => ChangeAsync(scene, share, dataset, "unsubscribed");
        Assert.Equal("404 NOT_FOUND", (await scene.PostAsync($"datasets/{dataset}/files:presign", Presign)).Outcome());

        await scene.SubscribeAsync(share);
        Assert.Equal("200", (await scene.PostAsync($"datasets/{dataset}/files:presign", Presign)).Outcome());
        Assert.Equal(2, function.Sts.Calls.Count);
    }

    private async Task ChangeAsync(Scene scene, Share share, DatasetId dataset, string change)
    {
        switch (change)
        {
            case "unsubscribed":
                (await world.Shares.UnsubscribeAsync(share, scene.Subscriber, scene.User("admin").Acting(), default)).ValueOrThrow();
                break;
            case "deleted":
                (await world.Shares.DeleteAsync(share.Id, null, scene.User("admin").Acting(), default)).ValueOrThrow();
                break;
            case "taken out":
                await scene.EditAsync(share, s => s with { SharedProjectIds = [] });
                break;
            case "expired":
                await scene.EditAsync(share, s => s with { ExpiresAt = TimeProvider.System.GetUtcNow() });
                break;
            case "made analyze-only":
                await scene.EditAsync(share, s => s with { IsViewRestricted = true, DownloadGeneration = s.DownloadGeneration + 1 });
                break;
            case "new generation":
                await scene.EditAsync(share, s => s with { AnalyzeGeneration = s.AnalyzeGeneration + 1, DownloadGeneration = s.DownloadGeneration + 1 });
                break;
            case "untagged":
                (await world.Datasets.UpdateAsync(dataset, null, scene.User("admin").Acting(), d => d with { Tags = [] }, default)).ValueOrThrow();
                break;
            case "another pipeline role":
                (await world.Projects.UpdateAsync(scene.Subscriber, null, scene.User("admin").Acting(), p => p with { PipelineRoleArn = null }, null, default)).ValueOrThrow();
                break;
            default:
                var role = change == "member demoted" ? Role.Collaborator : (Role?)null;
                Assert.Null((await world.Members.SetRoleAsync(scene.Subscriber, scene.User("member"), role, scene.User("admin").Acting(), default)).Failure);
                break;
        }
    }
}
