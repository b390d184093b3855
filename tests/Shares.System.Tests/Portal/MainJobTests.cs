using Microsoft.Playwright;
using Shares.SystemTests.Pages;
using Shares.SystemTests.Portal.Support;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal;

/// <summary>What the product is for, done by people on pages: publish, subscribe, use, take back.</summary>
public sealed class MainJobTests(LocalCloud cloud, PortalBrowser browser) : PortalTest(cloud, browser)
{
    [Fact]
    public async Task By_mouse_one_project_publishes_and_another_subscribes_and_gives_back()
    {
        await World.UploadAsync("T cells, run 7", "t-cells");
        await World.UploadAsync("B cells", "b-cells");
        var core = await VisitAsync("core-admin", SharesOf(World.Publisher));

        var dialog = await new SharesPage(core.Page).CreateAsync();
        await dialog.Name.FillAsync("T cells");
        await dialog.Description.FillAsync("For repertoire analyses");
        await ShareDialog.AddAsync(dialog.Keywords, "repertoire");
        await dialog.ChooseAsync(dialog.Projects, LabName);
        await dialog.ChooseAsync(dialog.Tags, "t-cells");
        await Expect(dialog.Datasets).ToHaveCountAsync(1);
        await Expect(dialog.Datasets).ToContainTextAsync("T cells, run 7");
        await Expect(dialog.IsRestricted).ToBeCheckedAsync();
        await dialog.Save.ClickAsync();
        await Expect(dialog.Enforcement).ToContainTextAsync("Storage enforces this share");
        await dialog.CloseAsync();
        await Expect(new SharesPage(core.Page).Table.Row("T cells")).ToContainTextAsync("Analyze only");

        var lab = await VisitAsync("lab-admin", SharesOf(World.Lab));
        var shares = new SharesPage(lab.Page);
        await shares.Subscribe.ClickAsync();
        await Expect(shares.Offer("T cells")).ToContainTextAsync("From sequencing-core");
        await shares.Offer("T cells").GetByRole(AriaRole.Button, new() { Name = "Subscribe" }).ClickAsync();
        await Expect(shares.Offer("T cells").GetByRole(AriaRole.Link, new() { Name = "See its datasets" })).ToBeVisibleAsync();
        await shares.Offers.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        var share = await shares.OpenAsync("T cells");
        await Expect(share.Fact("Access")).ToContainTextAsync("Nobody in a subscriber’s project can view or download a file");
        await Expect(share.Datasets("T cells").CellsOf("name")).ToHaveTextAsync(["T cells, run 7"]);
        await share.Unsubscribe.ClickAsync();
        await new Frame(lab.Page).Dialog("Unsubscribe from T cells?").GetByRole(AriaRole.Button, new() { Name = "Unsubscribe" }).ClickAsync();
        await Expect(share.Subscribe).ToBeVisibleAsync();
        Assert.Empty((await World.LabAdmin.GetAsync($"/api/projects/{World.Lab}/shares")).Expect(200).Body!.AsArray());

        var published = await new SharesPage(core.Page).OpenAsync("T cells");
        await published.Delete.ClickAsync();
        var question = new Frame(core.Page).Dialog("Delete this share?");
        await Expect(question.GetByRole(AriaRole.Button, new() { Name = "Delete share" })).ToBeDisabledAsync();
        await question.GetByRole(AriaRole.Textbox).FillAsync("T cells");
        await question.GetByRole(AriaRole.Button, new() { Name = "Delete share" }).ClickAsync();
        await Expect(core.Page.GetByText("No shares yet")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task By_keyboard_alone_one_project_publishes_and_another_subscribes()
    {
        await World.UploadAsync("T cells, run 7", "t-cells");
        var core = await VisitAsync("core-admin", SharesOf(World.Publisher));
        var keys = new Keyboard(core.Page);
        await keys.GoToAsync(new SharesPage(core.Page).Create);
        await keys.PressAsync("Enter");
        var dialog = new ShareDialog(core.Page);
        await Expect(dialog.Name).ToBeFocusedAsync();
        await keys.TypeAsync("T cells");
        await keys.GoToAsync(dialog.Projects);
        await keys.TypeAsync(LabName);
        await Expect(core.Page.GetByRole(AriaRole.Option)).ToHaveTextAsync([LabName]);
        await keys.PressAsync("ArrowDown", "Enter");
        await Expect(dialog.Root.GetByRole(AriaRole.Button, new() { Name = LabName })).ToBeVisibleAsync();
        await keys.GoToAsync(dialog.Tags);
        await keys.TypeAsync("t-cells");
        await keys.PressAsync("Enter", "Escape");
        await Expect(dialog.Datasets).ToHaveCountAsync(1);
        await keys.GoToAsync(dialog.IsRestricted);
        await keys.PressAsync("Space");
        await Expect(dialog.IsRestricted).Not.ToBeCheckedAsync();
        await keys.GoToAsync(dialog.Save);
        await keys.PressAsync("Enter");
        await Expect(dialog.Enforcement).ToContainTextAsync("Storage enforces this share");
        await keys.PressAsync("Enter");
        await Expect(new SharesPage(core.Page).Table.Row("T cells")).ToContainTextAsync("View, download and analyze");

        var lab = await VisitAsync("lab-admin", SharesOf(World.Lab));
        keys = new Keyboard(lab.Page);
        var shares = new SharesPage(lab.Page);
        await keys.GoToAsync(shares.Subscribe);
        await keys.PressAsync("Enter");
        await Expect(shares.Offer("T cells")).ToBeVisibleAsync();
        await keys.GoToAsync(shares.Offer("T cells").GetByRole(AriaRole.Button, new() { Name = "Subscribe" }));
        await keys.PressAsync("Enter");
        await Expect(shares.Offer("T cells").GetByRole(AriaRole.Link, new() { Name = "See its datasets" })).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(shares.Offers).ToHaveCountAsync(0);
        await Expect(shares.Subscribe).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("lab-member")]
    [InlineData("lab-viewer")]
    public async Task A_member_who_is_no_administrator_sees_table_and_details_and_no_buttons(string user)
    {
        var id = await ShareAsync("T cells", "t-cells");
        await World.SubscribeAsync(id);
        var visit = await VisitAsync(user, SharesOf(World.Lab));
        var shares = new SharesPage(visit.Page);
        await Expect(shares.Table.Row("T cells")).ToContainTextAsync("Subscriber");
        await Expect(shares.Create).ToHaveCountAsync(0);
        await Expect(shares.Subscribe).ToHaveCountAsync(0);
        var share = await shares.OpenAsync("T cells");
        await Expect(share.Fact("Originating project")).ToHaveTextAsync("sequencing-core");
        await Expect(share.Unsubscribe).ToHaveCountAsync(0);
        await Expect(share.Edit).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_administrator_whom_a_share_is_offered_to_and_one_whom_it_is_not_see_just_that()
    {
        await ShareAsync("T cells", "t-cells");
        var lab = await VisitAsync("lab-admin", SharesOf(World.Lab));
        await new SharesPage(lab.Page).Subscribe.ClickAsync();
        await Expect(new SharesPage(lab.Page).Offer("T cells")).ToBeVisibleAsync();
        var other = await VisitAsync("other-admin", SharesOf(World.OtherLab));
        await new SharesPage(other.Page).Subscribe.ClickAsync();
        await Expect(new SharesPage(other.Page).Offers.GetByText("Nothing is on offer")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_has_unsubscribed_takes_it_back_in_the_notification()
    {
        var id = await ShareAsync("T cells", "t-cells");
        await World.SubscribeAsync(id);
        var visit = await VisitAsync("lab-admin", $"{SharesOf(World.Lab)}/{id}");
        var share = new SharePage(visit.Page);
        await share.Unsubscribe.ClickAsync();
        await new Frame(visit.Page).Dialog("Unsubscribe from T cells?").GetByRole(AriaRole.Button, new() { Name = "Unsubscribe" }).ClickAsync();
        var notification = new Frame(visit.Page).Notification;
        await Expect(notification).ToContainTextAsync("Unsubscribed from T cells");
        await notification.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(share.Unsubscribe).ToBeVisibleAsync();
        await Expect(notification).ToContainTextAsync("Subscribed to T cells");
        Assert.Equal(id, (string?)Assert.Single((await World.LabAdmin.GetAsync($"/api/projects/{World.Lab}/shares")).Expect(200).Body!.AsArray())!["id"]);
    }

    [Fact]
    public async Task The_publisher_sees_which_execution_reads_and_cuts_it_off()
    {
        var dataset = await World.UploadAsync("T cells, run 7", "t-cells");
        var id = await ShareAsync("T cells", "t-cells");
        await World.SubscribeAsync(id);
        await World.EnforcedAsync(id);
        var run = await PipelineRun.StartAsync(World, dataset.Id);
        var visit = await VisitAsync("core-admin", $"{SharesOf(World.Publisher)}/{id}");
        var row = new SharePage(visit.Page).Section("Analyses that read it").GetByRole(AriaRole.Row).Filter(new() { HasText = LabName });
        await Expect(row).ToContainTextAsync("Reading");
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^Revoke ") }).ClickAsync();
        await new Frame(visit.Page).Dialog("Cut this execution off?").GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        await Expect(row).ToContainTextAsync("Ended");
        await World.EnforcedAsync(id);
        await Storage.RefusesReadAsync(run.Credentials, Cloud.Vpc, run.Alias, dataset.Key);
    }

    [Fact]
    public async Task The_owner_of_many_projects_goes_from_one_to_another_and_administers_each()
    {
        await ShareAsync("T cells", "t-cells");
        var visit = await VisitAsync("platform-admin", SharesOf(World.Publisher));
        var frame = new Frame(visit.Page);
        await Expect(new SharesPage(visit.Page).Table.Row("T cells")).ToContainTextAsync("Publisher");
        await frame.Project.FillAsync(LabName);
        await visit.Page.GetByRole(AriaRole.Option, new() { Name = LabName }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/projects/{World.Lab}/shares"));
        await new SharesPage(visit.Page).Subscribe.ClickAsync();
        await Expect(new SharesPage(visit.Page).Offer("T cells")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await frame.GoToAsync("Audit");
        await Expect(new Table(visit.Page, "Audit").Grid).ToBeVisibleAsync();
    }
}
