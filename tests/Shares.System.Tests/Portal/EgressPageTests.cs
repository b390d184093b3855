using Microsoft.Playwright;
using Shares.SystemTests.Pages;
using Shares.SystemTests.Portal.Support;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal;

/// <summary>What downloads took, and limits on them, on the publisher's page.</summary>
public sealed class EgressPageTests(LocalCloud cloud, PortalBrowser browser) : PortalTest(cloud, browser)
{
    [Fact]
    public async Task A_download_is_on_the_publishers_page_with_its_bytes_and_its_share_can_be_limited_there()
    {
        var dataset = await World.UploadAsync("Panel 1", "panel");
        var share = await ShareAsync("Panels", "panel", isViewRestricted: false);
        await World.SubscribeAsync(share);
        await World.EnforcedAsync(share);
        var lab = await VisitAsync("lab-viewer", $"/projects/{World.Lab}/datasets");
        var page = await new DatasetsPage(lab.Page).OpenAsync("Panel 1");
        await page.SavedAsync(page.Download(dataset.ListedPath));
        await Eventually.HoldsAsync("the ledger knows of the download", async () =>
            (long)(await World.CoreAdmin.GetAsync($"/api/projects/{World.Publisher}/egress")).Expect(200)["total"]!["bytes"]! >= dataset.File.Bytes.Length);

        var core = await VisitAsync("core-admin", $"/projects/{World.Publisher}/egress");
        await Expect(new Table(core.Page, "Egress by share").Row("Panels").First).ToContainTextAsync($"{dataset.File.Bytes.Length / 1024m:0.0} KiB");
        await Expect(core.Page.GetByText("There is no limit.")).ToBeVisibleAsync();
        await core.Page.GetByRole(AriaRole.Button, new() { Name = "Set the limit of Panels" }).ClickAsync();
        var limit = new Frame(core.Page).Dialog("Limit on downloads");
        await limit.GetByLabel("Amount").FillAsync("1.5");
        await core.Page.HasNoViolationAsync("limit");
        await limit.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(core.Page.GetByText("Limit: 1.5 GiB a month")).ToBeVisibleAsync();
        await Screenshots.OfPageAsync(core.Page, "egress");
        await core.Page.HasNoViolationAsync("egress");
    }
}
