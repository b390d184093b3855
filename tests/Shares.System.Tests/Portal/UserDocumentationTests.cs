using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Shares.SystemTests.Pages;
using Shares.SystemTests.Portal.Support;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal;

/// <summary>What readers are told of the pages, sentence by sentence, in the order in which they are told.</summary>
public sealed class UserDocumentationTests(LocalCloud cloud, PortalBrowser browser) : PortalTest(cloud, browser)
{
    [Fact]
    public async Task The_table_of_shares_has_name_type_originating_project_access_keywords_classifications_created_and_updated_sorted_by_name()
    {
        await ShareAsync("T cells", "t-cells");
        await ShareAsync("B cells", "b-cells");
        var table = new SharesPage((await VisitAsync("core-admin", SharesOf(World.Publisher))).Page).Table;
        await Expect(table.CellsOf("name")).ToHaveTextAsync(["B cells", "T cells"]);
        Assert.Equal(["Name", "Type", "Originating project", "Access", "Keywords", "Classifications", "Created", "Updated"], await table.HeadersAsync());
        await Expect(table.Header("Name")).ToHaveAttributeAsync("aria-sort", "ascending");
    }

    [Fact]
    public async Task Create_A_Share_is_disabled_with_the_reason_and_the_way_to_the_setting_while_sharing_is_off()
    {
        var visit = await VisitAsync("lab-admin", SharesOf(World.Lab));
        var shares = new SharesPage(visit.Page);
        await Expect(shares.Create).ToBeDisabledAsync();
        await Expect(shares.Create).ToHaveAccessibleDescriptionAsync("Sharing is off for this project: allow it in the settings.");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "allow it in the settings" }).ClickAsync();
        var mayShare = visit.Page.GetByRole(AriaRole.Switch, new() { Name = "Allow datasets in this project to be shared" });
        await mayShare.ClickAsync();
        await Expect(mayShare).ToBeCheckedAsync();
        await new Frame(visit.Page).GoToAsync("Shares");
        await Expect(shares.Create).ToBeEnabledAsync();
    }

    [Fact]
    public async Task The_dialog_has_all_that_a_publisher_says_of_a_share()
    {
        var visit = await VisitAsync("core-admin", SharesOf(World.Publisher));
        var dialog = await new SharesPage(visit.Page).CreateAsync();
        foreach (var field in new[]
        {
            dialog.Name, dialog.Description, dialog.Keywords, dialog.Projects, dialog.Classifications, dialog.Tags, dialog.Creators, dialog.DataTypes, dialog.IsRestricted, dialog.Expires,
        })
            await Expect(field).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_limit_on_downloads_is_asked_for_where_downloads_are_allowed()
    {
        var visit = await VisitAsync("core-admin", SharesOf(World.Publisher));
        var dialog = await new SharesPage(visit.Page).CreateAsync();
        var limit = dialog.Root.GetByRole(AriaRole.Group, new() { Name = "Download limit of a month" });
        await Expect(limit).ToHaveCountAsync(0);
        await dialog.Name.FillAsync("Panels");
        await dialog.IsRestricted.ClickAsync();
        await limit.GetByLabel("Amount").FillAsync("2");
        await dialog.Save.ClickAsync();
        await Expect(dialog.Enforcement).ToContainTextAsync("Storage");
        var share = Assert.Single((await World.CoreAdmin.GetAsync($"/api/projects/{World.Publisher}/shares")).Expect(200).Body!.AsArray())!;
        var detail = (await World.CoreAdmin.GetAsync($"/api/projects/{World.Publisher}/shares/{share["id"]}")).Expect(200);
        Assert.Equal(2L << 30, (long)detail["egressLimit"]!["monthlyBytes"]!);
    }

    [Fact]
    public async Task A_shared_tag_icon_or_a_dataset_tag_icon_tells_how_each_tag_has_been_used()
    {
        await World.UploadAsync("T cells, run 7", "t-cells", "blood");
        await ShareAsync("T cells", "t-cells");
        var visit = await VisitAsync("core-admin", SharesOf(World.Publisher));
        var dialog = await new SharesPage(visit.Page).CreateAsync();
        await dialog.Tags.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "t-cells" }).GetByRole(AriaRole.Img, new() { Name = "Shared tag: a share selects by it" })).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "blood" }).GetByRole(AriaRole.Img, new() { Name = "Dataset tag: no share selects by it" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Beside_the_choice_of_access_stands_what_it_means_and_what_it_costs()
    {
        await World.UploadAsync("T cells, run 7", "t-cells");
        var visit = await VisitAsync("core-admin", SharesOf(World.Publisher));
        var dialog = await new SharesPage(visit.Page).CreateAsync();
        await dialog.ChooseAsync(dialog.Projects, LabName);
        await dialog.ChooseAsync(dialog.Tags, "t-cells");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog.IsRestricted).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("storage itself refuses.*nothing is downloaded"));
        await dialog.IsRestricted.ClickAsync();
        await Expect(dialog.IsRestricted).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex(@"You pay for what subscribers download: one full download costs .*\$.*by each of 1 project .*\$"));
    }

    [Fact]
    public async Task On_the_right_stands_live_what_the_selection_includes_with_count_size_and_a_tooltip_of_each_dataset()
    {
        await World.UploadAsync("T cells, run 7", "t-cells");
        await World.UploadAsync("B cells", "b-cells");
        var visit = await VisitAsync("core-admin", SharesOf(World.Publisher));
        var dialog = await new SharesPage(visit.Page).CreateAsync();
        await Expect(dialog.Preview).ToContainTextAsync("Nothing yet");
        await dialog.ChooseAsync(dialog.Tags, "t-cells");
        await Expect(dialog.Preview).ToContainTextAsync("1 dataset, 1 file, 48.8 KiB");
        await dialog.ChooseAsync(dialog.Tags, "b-cells");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog.Preview).ToContainTextAsync("2 datasets, 2 files");
        await dialog.Datasets.Filter(new() { HasText = "B cells" }).HoverAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Tooltip).Filter(new() { HasText = "50,000 bytes" })).ToContainTextAsync("Tags: b-cells");
    }

    [Fact]
    public async Task When_editing_it_says_what_comes_in_and_what_drops_out()
    {
        await World.UploadAsync("T cells, run 7", "t-cells");
        await World.UploadAsync("B cells", "b-cells");
        var id = await ShareAsync("Cells", "t-cells");
        var visit = await VisitAsync("core-admin", $"{SharesOf(World.Publisher)}/{id}");
        var dialog = await new SharePage(visit.Page).EditAsync();
        await Expect(dialog.Preview).ToContainTextAsync("The same datasets and projects as now.");
        await dialog.Tags.PressAsync("Backspace");
        await dialog.ChooseAsync(dialog.Tags, "b-cells");
        await Expect(dialog.Preview).ToContainTextAsync("Comes in");
        await Expect(dialog.Preview).ToContainTextAsync("Drops out");
        await Expect(dialog.Datasets).ToContainTextAsync(["B cells"]);
    }

    [Fact]
    public async Task Subscribe_to_Share_shows_name_description_classifications_publisher_and_access_and_the_datasets_are_there_at_once()
    {
        await World.UploadAsync("T cells, run 7", "t-cells");
        var classification = await ClassificationAsync($"Human {World.Lab[^6..]}");
        await ShareAsync("T cells", "t-cells", isViewRestricted: true, share =>
        {
            share["description"] = "For repertoire analyses";
            share["classificationIds"] = new JsonArray(classification);
        });
        var visit = await VisitAsync("lab-admin", $"/projects/{World.Lab}/datasets");
        await new DatasetsPage(visit.Page).Subscribe.ClickAsync();
        var offer = new SharesPage(visit.Page).Offer("T cells");
        foreach (var word in new[] { "T cells", "For repertoire analyses", $"Human {World.Lab[^6..]}", "From sequencing-core", "Analyze only" }) await Expect(offer).ToContainTextAsync(word);
        await offer.GetByRole(AriaRole.Button, new() { Name = "Subscribe" }).ClickAsync();
        await offer.GetByRole(AriaRole.Link, new() { Name = "See its datasets" }).ClickAsync();
        await Expect(new DatasetsPage(visit.Page).Names).ToHaveTextAsync(["T cells, run 7"]);
    }

    [Fact]
    public async Task The_details_of_a_subscribed_share_have_description_originating_project_keywords_classifications_access_and_datasets()
    {
        await World.UploadAsync("Panel 1", "panel");
        var classification = await ClassificationAsync($"Human {World.Lab[^6..]}");
        var id = await ShareAsync("Panels", "panel", isViewRestricted: false, share =>
        {
            share["keywords"] = new JsonArray("immune");
            share["classificationIds"] = new JsonArray(classification);
        });
        await World.SubscribeAsync(id);
        var share = new SharePage((await VisitAsync("lab-viewer", $"{SharesOf(World.Lab)}/{id}")).Page);
        await Expect(share.Fact("Description")).ToHaveTextAsync("None");
        await Expect(share.Fact("Originating project")).ToHaveTextAsync("sequencing-core");
        await Expect(share.Fact("Keywords")).ToHaveTextAsync("immune");
        await Expect(share.Fact("Classifications")).ToHaveTextAsync($"Human {World.Lab[^6..]}");
        await Expect(share.Fact("Access")).ToContainTextAsync("View, download and analyze");
        await Expect(share.Fact("Selects")).ToContainTextAsync("panel");
        await Expect(share.Datasets("Panels").CellsOf("name")).ToHaveTextAsync(["Panel 1"]);
    }

    [Fact]
    public async Task The_settings_let_an_administrator_share_be_found_and_give_roles()
    {
        var visit = await VisitAsync("lab-admin", $"/projects/{World.Lab}/settings");
        var mayBeFound = visit.Page.GetByRole(AriaRole.Switch, new() { Name = "Allow others to search for your project" });
        await Expect(mayBeFound).ToBeCheckedAsync();
        await mayBeFound.ClickAsync();
        await Expect(mayBeFound).Not.ToBeCheckedAsync();
        await Expect(mayBeFound).ToBeEnabledAsync();
        Assert.False((bool)(await World.LabAdmin.GetAsync($"/api/projects/{World.Lab}")).Expect(200)["settings"]["isDiscoverable"]!);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a member" }).ClickAsync();
        var dialog = new Frame(visit.Page).Dialog("Add a member");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "User name" }).FillAsync("other-admin");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Expect(new Table(visit.Page, "Members").Row("other-admin")).ToBeVisibleAsync();
        (await World.OtherAdmin.GetAsync($"/api/projects/{World.Lab}")).Expect(200);
    }

    [Fact]
    public async Task A_member_sees_the_settings_and_changes_none()
    {
        var visit = await VisitAsync("lab-viewer", $"/projects/{World.Lab}/settings");
        await Expect(visit.Page.GetByRole(AriaRole.Switch).First).ToBeDisabledAsync();
        await Expect(visit.Page.GetByText("Owners and administrators of the project change these settings.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a member" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_audit_says_who_did_what_newest_first()
    {
        await ShareAsync("T cells", "t-cells");
        var table = new Table((await VisitAsync("core-admin", $"/projects/{World.Publisher}/audit")).Page, "Audit");
        await Expect(table.Row("T cells")).ToContainTextAsync("core-admin");
        await Expect(table.Header("When")).ToHaveAttributeAsync("aria-sort", "descending");
    }

    [Fact]
    public async Task A_member_who_may_not_read_the_audit_finds_no_way_there_and_is_told_so_at_its_address()
    {
        var visit = await BeginAsync("lab-viewer");
        visit.Expect("status of 403");
        await visit.OpenAsync($"/projects/{World.Lab}/audit", "lab-viewer");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "You cannot see the audit log" })).ToBeVisibleAsync();
        await Expect(new Frame(visit.Page).Navigation.GetByRole(AriaRole.Link, new() { Name = "Audit" })).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("shares", "No shares yet")]
    [InlineData("datasets", "No datasets yet")]
    [InlineData("egress", "Nothing was downloaded in these days")]
    public async Task An_empty_page_says_what_to_do_first(string section, string title)
    {
        var visit = await VisitAsync("lab-admin", $"/projects/{World.Lab}/{section}");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
    }
}
