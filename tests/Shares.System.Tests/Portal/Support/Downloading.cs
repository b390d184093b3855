using Shares.SystemTests.Egress;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal.Support;

internal static class Downloading
{
    /// <summary>Has members of the lab download a file so many times; returns when the publisher's egress knows of all its bytes.</summary>
    public static async Task DownloadAsync(this World world, UploadedDataset dataset, int times = 1)
    {
        var url = await world.PresignAsync(world.LabViewer, dataset);
        for (var time = 0; time < times; time++) await world.ReadAsync(url);
        await Eventually.HoldsAsync("the ledger knows of the downloads", async () =>
            (long)(await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/egress")).Expect(200)["total"]!["bytes"]! >= times * dataset.File.Bytes.Length);
    }

    /// <summary>Has Billing look at limits until downloads of the dataset are stopped, for people and in storage.</summary>
    public static async Task SuspendedAsync(this World world, UploadedDataset dataset)
    {
        var finance = await Finance.SignInAsync(world.Cloud);
        await Eventually.HoldsAsync("the limit stops downloads", async () =>
        {
            await finance.RunAsync("LIMITS");
            return (await world.AskAsync(world.LabMember, dataset)).Status == 403;
        });
    }
}
