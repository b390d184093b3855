using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace Shares.SystemTests.Support;

/// <summary>One execution of the lab's pipeline with the session that it was vended.</summary>
public sealed record PipelineRun(AWSCredentials Credentials, string Alias)
{
    public static async Task<PipelineRun> StartAsync(World world, string dataset)
    {
        var answer = (await RequestAsync(world, dataset)).Expect(200);
        var address = (string)Assert.Single(answer["datasets"].AsArray())!["s3"]!;
        return new PipelineRun(World.Session(answer["credentials"]), Storage.Parse(address).Bucket);
    }

    public static Task<Answer> RequestAsync(World world, params string[] datasets) => world.LabPipeline.PostAsync(
        $"/iam/projects/{world.Lab}/pipeline-token",
        new JsonObject
        {
            ["executionId"] = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString(),
            ["datasetIds"] = new JsonArray([.. datasets]),
        });
}
