using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Shares.Access.Tests.Support;
using Shares.Core.Datasets;

namespace Shares.Access.Tests;

public sealed class LogTests(AccessWorld world)
{
    [Fact]
    public async Task Nothing_that_opens_storage_is_ever_logged()
    {
        await using var function = await world.StartFunctionAsync(TimeProvider.System);
        var scene = await Scene.CreateAsync(world);
        scene.Via = function;
        await scene.ShareAsync(analyzeOnly: false);
        var shared = await scene.AddDatasetAsync(scene.Publisher);
        var pending = await scene.AddDatasetAsync(scene.Subscriber, DatasetStatus.Pending);
        var secrets = new List<string>();
        void Collect(JsonElement credentials) => secrets.AddRange([credentials.Text("secretAccessKey"), credentials.Text("sessionToken")]);

        Collect((await scene.PostAsync("s3-token", """{"accessType":"PROJECT_DOWNLOAD"}""")).Ok());
        Collect((await scene.PostAsync("s3-token", $$"""{"accessType":"SHARED_DATASET_DOWNLOAD","datasetId":"{{shared}}"}""")).Ok());
        Collect((await scene.PostAsync("s3-token", $$"""{"accessType":"DATASET_UPLOAD","datasetId":"{{pending}}"}""")).Ok());
        var run = $$"""{"executionId":"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","datasetIds":["{{shared}}"]}""";
        Collect((await scene.PostAsPipelineAsync("pipeline-token", run)).Ok().GetProperty("credentials"));
        var signed = (await scene.PostAsync($"datasets/{shared}/files:presign", """{"paths":["data/secret-name.csv"]}""")).Ok();
        var query = QueryHelpers.ParseQuery(new Uri(signed.GetProperty("urls")[0].Text("url")).Query);
        secrets.AddRange([query["X-Amz-Signature"].ToString(), query["X-Amz-Security-Token"].ToString(), "secret-name"]);
        // What fails is logged most readily.
        await scene.PostAsync("s3-token", """{"accessType":"a-word-of-the-body"}""");
        function.Sts.WhileInFlight = () => throw new HttpRequestException("The connection broke.");
        Assert.Equal("503 STORE_UNAVAILABLE", (await scene.PostAsync("s3-token", """{"accessType":"PROJECT_DOWNLOAD"}""")).Outcome());

        Assert.Contains("could not be assumed", function.Log, StringComparison.Ordinal);
        Assert.Contains("SHARED_DATASET_DOWNLOAD", function.Log, StringComparison.Ordinal);
        // Logs are JSON, which may write some characters in another way.
        Assert.All(secrets.Append("a-word-of-the-body"), secret => Assert.DoesNotContain(Longest(secret), function.Log, StringComparison.Ordinal));
        Assert.All(function.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line).Dispose());
    }

    /// <summary>The longest part that JSON writes as it is.</summary>
    private static string Longest(string secret) => secret.Split('+', '/', '=').MaxBy(part => part.Length)!;
}
