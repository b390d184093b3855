using Microsoft.Playwright;
using Shares.SystemTests.Pages;
using Shares.SystemTests.Portal.Support;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal;

/// <summary>
/// Every page and dialog, light and dark, wide and narrow: axe finds nothing, nothing is wider than the window, and a picture of it
/// is left in artifacts/screenshots for looking at.
/// </summary>
public sealed class AppearanceTests(LocalCloud cloud, PortalBrowser browser) : PortalTest(cloud, browser)
{
    public static TheoryData<string> Looks => [.. Look.All.Select(look => look.ToString())];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_and_dialog_is_fit_to_be_seen(string name)
    {
        var look = Look.All.Single(one => one.ToString() == name);
        var dataset = await World.UploadAsync("T cells, run 7", "t-cells");
        var share = await ShareAsync("T cells", "t-cells");
        await World.SubscribeAsync(share);
        await World.EnforcedAsync(share);
        await ShareAsync("B cells", "b-cells", isViewRestricted: false);
        var core = await BeginAsync("core-admin", look);
        await core.Page.GotoAsync(SharesOf(World.Publisher));
        await Expect(new SignInPage(core.Page).Users).ToHaveCountAsync(8);
        await SeeAsync(core, look, "sign-in");
        await new SignInPage(core.Page).ChooseAsync("core-admin");

        await SeeAsync(core, look, "shares", until: new SharesPage(core.Page).Table.Row("T cells"));
        var dialog = await new SharesPage(core.Page).CreateAsync();
        await dialog.ChooseAsync(dialog.Tags, "t-cells");
        await core.Page.Keyboard.PressAsync("Escape");
        await SeeAsync(core, look, "create-share", until: dialog.Datasets);
        var project = $"/projects/{World.Publisher}";
        await SeeAsync(core, look, "share-published", $"{project}/shares/{share}", core.Page.GetByText("Storage enforces this share"));
        await new SharePage(core.Page).Delete.ClickAsync();
        await SeeAsync(core, look, "delete-share", until: new Frame(core.Page).Dialog("Delete this share?"));
        await SeeAsync(core, look, "settings", $"{project}/settings", new Table(core.Page, "Members").Row("core-admin"));
        await SeeAsync(core, look, "audit", $"{project}/audit", new Table(core.Page, "Audit").Row("T cells").First);
        await SeeAsync(core, look, "no-such-page", "/elsewhere", new Frame(core.Page).Heading);

        var lab = await VisitAsync("lab-admin", SharesOf(World.Lab), look);
        await new SharesPage(lab.Page).Subscribe.ClickAsync();
        await SeeAsync(lab, look, "subscribe", until: new SharesPage(lab.Page).Offer("B cells"));
        project = $"/projects/{World.Lab}";
        await SeeAsync(lab, look, "share-subscribed", $"{project}/shares/{share}", new SharePage(lab.Page).Datasets("T cells").Row("T cells, run 7"));
        await SeeAsync(lab, look, "datasets", $"{project}/datasets", new DatasetsPage(lab.Page).Table.Row("T cells, run 7"));
        await SeeAsync(lab, look, "dataset", $"{project}/datasets/{dataset.Id}", new DatasetPage(lab.Page).Files("T cells, run 7").Row("reads_1"));
        await SeeAsync(lab, look, "why", until: await new DatasetPage(lab.Page).AskWhyAsync());
        await lab.Page.Keyboard.PressAsync("Escape");
        await SeeAsync(lab, look, "commands", until: await new DatasetPage(lab.Page).CommandsAsync());
        var other = await VisitAsync("other-admin", SharesOf(World.OtherLab), look);
        await SeeAsync(other, look, "no-shares", until: other.Page.GetByText("No shares yet"));
    }

    private static async Task SeeAsync(Visit visit, Look look, string name, string? path = null, ILocator? until = null)
    {
        if (path is not null) await visit.Page.GotoAsync(path);
        if (until is not null) await Expect(until.First).ToBeVisibleAsync();
        await Screenshots.OfPageAsync(visit.Page, $"{name}-{look}");
        await visit.Page.FitsItsWindowAsync();
        await visit.Page.HasNoViolationAsync($"{name} ({look})");
    }
}
