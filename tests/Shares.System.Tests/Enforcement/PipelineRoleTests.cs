using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Enforcement;

/// <summary>The owner of a project deletes its pipeline role, which no policy of storage names.</summary>
public sealed class PipelineRoleTests(LocalCloud cloud)
{
    /// <summary>No other test uses it.</summary>
    private const string Role = "clinical-trials-pipeline";

    [Fact]
    public async Task A_pipeline_role_that_is_deleted_ends_that_projects_runs_and_nothing_of_the_share()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        await SubscribeOtherLabAsync(world, share);
        var keys = await cloud.CredentialsAsync(Role);
        using var http = World.Signing(cloud, keys);
        var pipeline = new ApiClient(http, cloud.Gateway);
        var token = (await AskAsync(world, pipeline, dataset)).Expect(200);
        var before = await HandedOut.ForAsync(world, dataset);

        using (var deleted = await cloud.Http.DeleteAsync(new Uri(cloud.Internet, $"/_local/credentials?role={Role}"))) Assert.Equal(204, (int)deleted.StatusCode);

        // The keys are nobody's, wherever they are shown.
        Assert.Equal("InvalidClientTokenId", await IdentityAsync(keys));
        (await AskAsync(world, pipeline, dataset)).Expect(403);
        // A session is one of our role, and goes on until it ends.
        var (alias, prefix) = Storage.Parse((string)token["datasets"]![0]!["s3"]!);
        Assert.Equal(dataset.File.Bytes, await Storage.ReadAsync(World.Session(token["credentials"]), cloud.Vpc, alias, $"{prefix}/{dataset.ListedPath}"));
        // Others neither lose what they have nor are refused more.
        await before.AssertReadsAsync();
        await (await HandedOut.ForAsync(world, dataset)).AssertReadsAsync();

        (await world.CoreAdmin.PostAsync($"/api/projects/{world.Publisher}/shares/{share}:verify")).Expect(200);
        await Eventually.HoldsAsync("the verification is done", async () => (await world.EnforcementAsync(share)).Body!["verificationRequestedAt"] is null);
        var enforcement = await world.EnforcementAsync(share);
        Assert.Equal("ENFORCED", (string?)enforcement["state"]);
        Assert.Empty(enforcement["differences"].AsArray());
    }

    private static async Task SubscribeOtherLabAsync(World world, string share)
    {
        var project = (await world.OtherAdmin.GetAsync($"/api/projects/{world.OtherLab}")).Expect(200);
        var change = new JsonObject { ["pipelineRoleArn"] = $"arn:aws:iam::{LocalCloud.AccountId}:role/{Role}" };
        foreach (var member in new[] { "name", "description", "settings" }) change[member] = project[member].DeepClone();
        (await world.OtherAdmin.PutAsync($"/api/projects/{world.OtherLab}", change)).Expect(200);
        var input = world.Input("rna", isViewRestricted: false);
        input["sharedProjectIds"]!.AsArray().Add(world.OtherLab);
        (await world.CoreAdmin.PutAsync($"/api/projects/{world.Publisher}/shares/{share}", input)).Expect(200);
        await world.EnforcedAsync(share);
        (await world.OtherAdmin.PutAsync($"/api/projects/{world.OtherLab}/shares/{share}:subscribe")).Expect(200);
    }

    private static Task<Answer> AskAsync(World world, ApiClient pipeline, UploadedDataset dataset) => pipeline.PostAsync(
        $"/iam/projects/{world.OtherLab}/pipeline-token",
        new JsonObject { ["executionId"] = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString(), ["datasetIds"] = new JsonArray(dataset.Id) });

    /// <summary>Who STS says that it is, or why it does not.</summary>
    private async Task<string> IdentityAsync(AWSCredentials keys)
    {
        using var sts = new AmazonSecurityTokenServiceClient(keys, new AmazonSecurityTokenServiceConfig { ServiceURL = cloud.Internet.ToString(), AuthenticationRegion = "us-east-1" });
        try
        {
            return (await sts.GetCallerIdentityAsync(new())).Arn;
        }
        catch (AmazonSecurityTokenServiceException refusal)
        {
            return refusal.ErrorCode;
        }
    }
}
