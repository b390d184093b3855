using System.Text.Json.Nodes;
using Amazon.Runtime;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>
/// The same kinds of attempts on the running system: a share with downloads, another with the same dataset, one that is analyze-only, and
/// the access point of a generation that is gone. Some sessions are vended by the API.
/// </summary>
internal sealed record LiveEstate(Estate Estate, IReadOnlyDictionary<Attacker, AWSCredentials> Vended)
{
    public static async Task<LiveEstate> CreateAsync(World world)
    {
        await world.AllowSharingAsync();
        var (mine, sibling, other) = (await world.UploadAsync("Run 1", "rna", "both"), await world.UploadAsync("Run 2", "rna"), await world.UploadAsync("Run 3", "dna"));
        var first = await world.ShareAsync("rna", isViewRestricted: false);
        var gone = await LiveShare.ReadAsync(world, first, mine);
        await world.EditAsync(first, "rna", isViewRestricted: true);
        await world.EditAsync(first, "rna", isViewRestricted: false);
        var (same, analyzeOnly) = (await world.ShareAsync("both", isViewRestricted: false), await world.ShareAsync("dna", isViewRestricted: true));
        foreach (var share in (string[])[first, same, analyzeOnly]) await world.SubscribeAsync(share);
        var shares = (await LiveShare.ReadAsync(world, first, mine), await LiveShare.ReadAsync(world, same, mine), await LiveShare.ReadAsync(world, analyzeOnly, other));
        var (publisher, lab) = (await BucketAsync(world.CoreAdmin, world.Publisher), await BucketAsync(world.LabAdmin, world.Lab));
        return await new LiveEstateBuilder(world, shares, gone, sibling, publisher, lab).BuildAsync();
    }

    private static async Task<string> BucketAsync(ApiClient admin, string project) => (string)(await admin.GetAsync($"/api/projects/{project}")).Expect(200)["bucket"]!;

    /// <summary>A person's download through a share, as the API vends it.</summary>
    public static async Task<AWSCredentials> DownloadAsync(World world, UploadedDataset dataset) => World.Session((await world.LabMember.PostAsync(
        $"/api/projects/{world.Lab}/s3-token",
        new JsonObject { ["accessType"] = "SHARED_DATASET_DOWNLOAD", ["datasetId"] = dataset.Id })).Expect(200).Body!);
}
