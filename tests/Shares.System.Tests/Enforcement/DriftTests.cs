using Amazon.Runtime.Signing;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Enforcement;

/// <summary>Somebody who administers the account changes storage behind our back.</summary>
public sealed class DriftTests(LocalCloud cloud)
{
    [Fact]
    public async Task A_policy_that_somebody_opens_is_closed_again_as_soon_as_the_change_is_told_and_reported()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        var name = await AnalyzeAsync(world, share);
        using var admin = await AdministratorAsync();
        var path = new Uri(cloud.Internet, $"/v20180820/accesspoint/{name}/policy");
        using (var deleted = await SendAsync(admin, HttpMethod.Delete, path)) Assert.Equal(204, (int)deleted.StatusCode);
        await Eventually.HoldsAsync("the difference is reported", async () => (await world.EnforcementAsync(share))["differences"]!.AsArray().Count == 1);
        await world.EnforcedAsync(share);
        var difference = (await world.EnforcementAsync(share))["differences"]![0]!;
        Assert.Equal(("POLICY_MISSING", name), ((string?)difference["kind"], (string?)difference["where"]));
        using var restored = await SendAsync(admin, HttpMethod.Get, path);
        Assert.Contains("SharesOnlyTheReaderRole", await restored.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await (await HandedOut.ForAsync(world, dataset)).AssertReadsAsync();
    }

    [Fact]
    public async Task A_verification_that_somebody_asks_for_is_done_and_tells_so()
    {
        var (world, share, _) = await HandedOut.SharedAsync(cloud);
        var before = (string?)(await world.EnforcementAsync(share))["lastVerifiedAt"];
        var asked = (await world.CoreAdmin.PostAsync($"/api/projects/{world.Publisher}/shares/{share}:verify")).Expect(200);
        Assert.Equal("ENFORCED", (string?)asked["state"]);
        await Eventually.HoldsAsync("the verification is done", async () =>
        {
            var now = (await world.EnforcementAsync(share)).Body!;
            return now["verificationRequestedAt"] is null && (string?)now["lastVerifiedAt"] != before;
        });
    }

    private static async Task<string> AnalyzeAsync(World world, string share) => (string)(await world.EnforcementAsync(share))["accessPoints"]!.AsArray()
        .Single(accessPoint => (string?)accessPoint!["kind"] == "ANALYZE")!["name"]!;

    private async Task<HttpClient> AdministratorAsync() => new(new SigV4SigningHandler(
        await cloud.CredentialsAsync("admin"), Amazon.RegionEndpoint.USEast1, "s3", new SocketsHttpHandler()));

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, Uri address)
    {
        using var request = new HttpRequestMessage(method, address) { Headers = { { "x-amz-account-id", LocalCloud.AccountId } } };
        return await http.SendAsync(request);
    }
}
