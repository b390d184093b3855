using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Enforcement;

/// <summary>More is revoked than a policy holds: the access point is replaced, and everything from before dies with the old one.</summary>
public sealed class RotationTests(LocalCloud cloud)
{
    private const int MoreThanAPolicyHolds = 700;

    [Fact]
    public async Task When_revocations_do_not_fit_the_policy_what_was_handed_out_before_is_refused_and_new_sessions_read()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        var before = await HandedOut.ForAsync(world, dataset);
        await before.AssertReadsAsync();
        var old = await AnalyzeAsync(world, share);
        await CutOffAsync(world, share);
        await Eventually.HoldsAsync("the access point is another one", async () => await AnalyzeAsync(world, share) is { } now && now != old, seconds: 180);
        await Eventually.HoldsAsync("nothing waits", async () => (string?)(await world.EnforcementAsync(share))["state"] == "ENFORCED", seconds: 180);
        // Downloads go through the other access point, which had nothing to refuse.
        await before.AssertOnlyDownloadsReadAsync();
        await (await HandedOut.ForAsync(world, dataset)).AssertReadsAsync();
    }

    private static async Task<string?> AnalyzeAsync(World world, string share) => (string?)(await world.EnforcementAsync(share))["accessPoints"]!.AsArray()
        .SingleOrDefault(accessPoint => (string?)accessPoint!["kind"] == "ANALYZE")?["name"];

    /// <summary>As the API writes it for each usage that is ended, without the usages.</summary>
    private async Task CutOffAsync(World world, string share)
    {
        var config = new AmazonDynamoDBConfig { ServiceURL = cloud.Store.ToString(), AuthenticationRegion = "us-east-1" };
        using var table = new AmazonDynamoDBClient(await cloud.CredentialsAsync("admin"), config);
        var now = TimeProvider.System.GetUtcNow();
        var requests = Enumerable.Range(0, MoreThanAPolicyHolds).Select(_ => new WriteRequest(new PutRequest(new Dictionary<string, AttributeValue>
        {
            ["PK"] = new($"SHARE#{share}"),
            ["SK"] = new($"ENFORCEMENT#REVOKE#EXECUTION#{world.Lab}#{Guid.CreateVersion7(now)}"),
            ["At"] = new(now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", null)),
        })));
        foreach (var chunk in requests.Chunk(25)) await table.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { ["SharesTable"] = [.. chunk] } });
    }
}
