using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Crashes;

/// <summary>Provisioning is killed after each of its calls; the stream delivers again, and storage ends as the table says.</summary>
[Collection(Alone.Name)]
public sealed class ProvisioningCrashTests(LocalCloud cloud)
{
    /// <summary>Reading the share and its record, noting what may exist, changing storage, reading back, recording.</summary>
    private const int FewestCalls = 8;

    private readonly CrashingFunction _provisioning = new(cloud, "ProvisioningFunction");

    [Fact]
    public async Task Whatever_call_it_dies_after_downloads_are_possible_exactly_while_the_share_allows_them()
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var dataset = await world.UploadAsync("Run 1", "rna");
        var share = await world.ShareAsync("rna", isViewRestricted: true);
        await world.SubscribeAsync(share);

        var calls = 1;
        for (var (opening, closing) = (true, true); opening || closing; calls++)
        {
            Assert.InRange(calls, 1, 60);
            opening = await EditAsync(world, share, calls, isViewRestricted: false);
            var url = new Uri((string)(await PresignAsync(world, dataset)).Expect(200)["urls"]![0]!["url"]!);
            Assert.Equal(dataset.File.Bytes, await cloud.Http.GetByteArrayAsync(url));

            closing = await EditAsync(world, share, calls, isViewRestricted: true);
            using var dead = await cloud.Http.GetAsync(url);
            Assert.Equal(404, (int)dead.StatusCode);
        }

        Assert.True(calls > FewestCalls, $"only {calls - 1} calls were seen");
    }

    [Fact]
    public async Task Whatever_call_it_dies_after_a_deleted_share_leaves_no_access_point()
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var calls = 1;
        for (var killed = true; killed; calls++)
        {
            Assert.InRange(calls, 1, 60);
            var share = await world.ShareAsync("rna", isViewRestricted: false);
            await _provisioning.ArmAsync(calls);
            (await world.CoreAdmin.DeleteAsync($"/api/projects/{world.Publisher}/shares/{share}")).Expect(200);
            await Eventually.HoldsAsync("no access point of the share is left", async () => (await AccessPointsAsync(world, share)).Count == 0);
            killed = await _provisioning.FiredAsync();
        }

        Assert.True(calls > FewestCalls, $"only {calls - 1} calls were seen");
    }

    /// <summary>True when Provisioning was killed on the way.</summary>
    private async Task<bool> EditAsync(World world, string share, int calls, bool isViewRestricted)
    {
        await _provisioning.ArmAsync(calls);
        await world.EditAsync(share, "rna", isViewRestricted);
        return await _provisioning.FiredAsync();
    }

    private static Task<Answer> PresignAsync(World world, UploadedDataset dataset) => world.LabMember.PostAsync(
        $"/api/projects/{world.Lab}/datasets/{dataset.Id}/files:presign", new JsonObject { ["paths"] = new JsonArray(dataset.ListedPath) });

    private async Task<List<string>> AccessPointsAsync(World world, string share)
    {
        var bucket = (string)(await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}")).Expect(200)["bucket"]!;
        using var signed = new HttpClient(new Amazon.Runtime.Signing.SigV4SigningHandler(
            await cloud.CredentialsAsync("admin"), Amazon.RegionEndpoint.USEast1, "s3", new SocketsHttpHandler()));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(cloud.Internet, $"/v20180820/accesspoint?bucket={bucket}&maxResults=1000"));
        request.Headers.Add("x-amz-account-id", LocalCloud.AccountId);
        using var response = await signed.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var names = System.Xml.Linq.XDocument.Parse(await response.Content.ReadAsStringAsync()).Descendants().Where(e => e.Name.LocalName == "Name");
        return [.. names.Select(n => n.Value).Where(n => n.Contains(share.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal))];
    }
}
