using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Shares.SystemTests.Egress;
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
    private UploadedDataset _dataset = null!;
    private UploadedDataset _panel = null!;
    private string _share = "";

    public static TheoryData<string> Looks => [.. Look.All.Select(look => look.ToString())];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _dataset = await World.UploadAsync("T cells, run 7", "t-cells");
        _panel = await World.UploadAsync("Panel 1", "panel");
        _share = await ShareAsync("T cells", "t-cells");
        await World.SubscribeAsync(_share);
        await World.EnforcedAsync(_share);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task All_that_a_publisher_sees_is_fit_to_be_seen(string name)
    {
        var look = Of(name);
        var limited = await ShareAsync("Panels", "panel", isViewRestricted: false);
        var limit = new JsonObject { ["monthlyBytes"] = 60_000, ["action"] = "SUSPEND_DOWNLOADS" };
        (await World.CoreAdmin.PutAsync($"/api/projects/{World.Publisher}/shares/{limited}/egress-limit", limit)).Expect(200);
        await World.SubscribeAsync(limited);
        await World.EnforcedAsync(limited);
        await World.DownloadAsync(_panel, times: 2);
        await World.SuspendedAsync(_panel);
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
        await SeeAsync(core, look, "share-published", $"{project}/shares/{_share}", core.Page.GetByText("Storage enforces this share"));
        await new SharePage(core.Page).Delete.ClickAsync();
        await SeeAsync(core, look, "delete-share", until: new Frame(core.Page).Dialog("Delete this share?"));
        await SeeAsync(core, look, "share-suspended", $"{project}/shares/{limited}", core.Page.GetByText("Downloads are suspended since"));
        await SeeAsync(core, look, "egress", $"{project}/egress", core.Page.GetByText("Downloads have stopped"));
        var egress = new EgressPage(core.Page);
        await egress.LetGoOn.ClickAsync();
        await SeeAsync(core, look, "lift-limit", until: new Frame(core.Page).Dialog("Let downloads go on?"));
        await core.Page.Keyboard.PressAsync("Escape");
        await SeeAsync(core, look, "limit", until: await egress.OpenLimitAsync("Panels"));
        await core.Page.GotoAsync($"{project}/shares/{_share}");
        await SeeAsync(core, look, "edit-share", until: (await new SharePage(core.Page).EditAsync()).Datasets);
        await core.Page.GotoAsync($"{project}/datasets/{_dataset.Id}");
        await core.Page.GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true }).ClickAsync();
        await SeeAsync(core, look, "edit-dataset", until: core.Page.GetByRole(AriaRole.Dialog));
        await SeeAsync(core, look, "settings", $"{project}/settings", new Table(core.Page, "Members").Row("core-admin"));
        await core.Page.GetByRole(AriaRole.Button, new() { Name = "Add a member" }).ClickAsync();
        await SeeAsync(core, look, "add-member", until: new Frame(core.Page).Dialog("Add a member"));
        await SeeAsync(core, look, "audit", $"{project}/audit", new Table(core.Page, "Audit").Row("T cells").First);
        await SeeAsync(core, look, "no-such-page", "/elsewhere", new Frame(core.Page).Heading);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task All_that_a_subscriber_sees_is_fit_to_be_seen(string name)
    {
        var look = Of(name);
        await ShareAsync("B cells", "b-cells", isViewRestricted: false);
        var open = await ShareAsync("Panels", "panel", isViewRestricted: false);
        await World.SubscribeAsync(open);
        await World.EnforcedAsync(open);
        var lab = await VisitAsync("lab-admin", SharesOf(World.Lab), look);
        await new SharesPage(lab.Page).Subscribe.ClickAsync();
        await SeeAsync(lab, look, "subscribe", until: new SharesPage(lab.Page).Offer("B cells"));
        var project = $"/projects/{World.Lab}";
        await SeeAsync(lab, look, "share-subscribed", $"{project}/shares/{_share}", new SharePage(lab.Page).Datasets("T cells").Row("T cells, run 7"));
        await new SharePage(lab.Page).Unsubscribe.ClickAsync();
        await SeeAsync(lab, look, "unsubscribe", until: new Frame(lab.Page).Dialog("Unsubscribe from T cells?"));
        await SeeAsync(lab, look, "datasets", $"{project}/datasets", new DatasetsPage(lab.Page).Table.Row("T cells, run 7"));
        var dataset = new DatasetPage(lab.Page);
        await SeeAsync(lab, look, "dataset", $"{project}/datasets/{_dataset.Id}", dataset.Files("T cells, run 7").Row("reads_1"));
        await SeeAsync(lab, look, "why", until: await dataset.AskWhyAsync());
        await lab.Page.Keyboard.PressAsync("Escape");
        await SeeAsync(lab, look, "commands", until: await dataset.CommandsAsync());
        await lab.Page.GotoAsync($"{project}/datasets/{_panel.Id}");
        await dataset.SavedAsync(dataset.DownloadAll);
        await SeeAsync(lab, look, "downloads", until: dataset.Downloads);
        await SeeAsync(lab, look, "no-egress", $"{project}/egress", lab.Page.GetByText("Nothing was downloaded in these days"));
        var other = await VisitAsync("other-admin", SharesOf(World.OtherLab), look);
        await SeeAsync(other, look, "no-shares", until: other.Page.GetByText("No shares yet"));
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task All_that_finance_and_strangers_see_is_fit_to_be_seen(string name)
    {
        var look = Of(name);
        await (await Finance.SignInAsync(Cloud)).RunAsync("STATEMENTS");
        var finance = await VisitAsync("finance", "/reports", look);
        await SeeAsync(finance, look, "reports", until: new ReportsPage(finance.Page).Publishers(Finance.Month).Grid);
        var outsider = await VisitAsync("outsider", "/", look);
        await SeeAsync(outsider, look, "no-project", until: outsider.Page.GetByText("You belong to no project yet"));
        await SeeAsync(outsider, look, "no-reports", "/reports", new ReportsPage(outsider.Page).Refusal);
    }

    private static Look Of(string name) => Look.All.Single(one => one.ToString() == name);

    private static async Task SeeAsync(Visit visit, Look look, string name, string? path = null, ILocator? until = null)
    {
        if (path is not null) await visit.Page.GotoAsync(path);
        if (until is not null) await Expect(until.First).ToBeVisibleAsync();
        await Screenshots.OfPageAsync(visit.Page, $"{name}-{look}");
        await visit.Page.FitsItsWindowAsync();
        await visit.Page.HasNoViolationAsync($"{name} ({look})");
    }
}
