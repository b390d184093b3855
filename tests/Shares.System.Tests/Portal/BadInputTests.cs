using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Shares.SystemTests.Pages;
using Shares.SystemTests.Portal.Support;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal;

/// <summary>What people type that programs did not expect.</summary>
public sealed class BadInputTests(LocalCloud cloud, PortalBrowser browser) : PortalTest(cloud, browser)
{
    private static readonly string[] Names =
    [
        string.Concat(Enumerable.Repeat("宽", 120)),
        "مشاركة الخلايا التائية",
        "🧬👩🏽‍🔬 lab",
        "<script>document.title = 'taken over'</script>",
        "<img src=x onerror=alert(1)>",
        "{{7*7}} ${7*7} %s \\",
    ];

    [Fact]
    public async Task Names_of_every_script_are_typed_listed_opened_and_edited_as_they_are_and_fit_the_page()
    {
        foreach (var name in Names[1..]) await ShareAsync(name, "x");
        var visit = await VisitAsync("core-admin", SharesOf(World.Publisher));
        var shares = new SharesPage(visit.Page);
        var dialog = await shares.CreateAsync();
        await dialog.Name.FillAsync(Names[0]);
        await dialog.Save.ClickAsync();
        await Expect(dialog.Enforcement).ToContainTextAsync("Storage");
        await dialog.CloseAsync();
        await Expect(shares.Table.Count).ToHaveTextAsync($"{Names.Length} shares");
        foreach (var name in Names)
        {
            await visit.Page.GotoAsync("about:blank");
            await visit.Page.GotoAsync(SharesOf(World.Publisher));
            await shares.OpenAsync(name);
            await Expect(new Frame(visit.Page).Heading).ToHaveTextAsync(name);
            Assert.EndsWith(" - Shares", await visit.Page.TitleAsync(), StringComparison.Ordinal);
        }

        await visit.Page.SetViewportSizeAsync(360, 780);
        await visit.Page.GotoAsync(SharesOf(World.Publisher));
        await Expect(shares.Table.Grid).ToBeVisibleAsync();
        await visit.Page.FitsItsWindowAsync();
    }

    [Fact]
    public async Task A_field_says_what_the_API_refuses_in_it()
    {
        var visit = await VisitAsync("core-admin", SharesOf(World.Publisher));
        visit.Expect("status of 400");
        var dialog = await new SharesPage(visit.Page).CreateAsync();
        await dialog.Name.FillAsync(new string('x', 121));
        await dialog.Save.ClickAsync();
        await Expect(dialog.Name).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(dialog.Root).ToContainTextAsync("120");
        await Expect(dialog.Name).ToHaveValueAsync(new string('x', 121));
    }

    [Fact]
    public async Task The_picker_takes_a_thousand_projects_and_five_hundred_tags_without_choking()
    {
        var visit = await VisitAsync("core-admin", SharesOf(World.Publisher));
        // The preview asks the API about a project that only the browser knows.
        visit.Expect("status of 400");
        await visit.Page.RouteAsync("**/api/projects/discover*", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = new JsonArray([.. Enumerable.Range(1, 1000).Select(n => new JsonObject { ["id"] = $"00000000-0000-7000-8000-{n:000000000000}", ["name"] = $"project {n:0000}", ["description"] = "" })]).ToJsonString(),
        }));
        await visit.Page.RouteAsync("**/facets", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = new JsonObject
            {
                ["tags"] = new JsonArray([.. Enumerable.Range(1, 500).Select(n => new JsonObject { ["value"] = $"tag {n:000}", ["count"] = n, ["usedInShare"] = n % 2 == 0 })]),
                ["creators"] = new JsonArray(),
                ["dataTypes"] = new JsonArray(),
            }.ToJsonString(),
        }));
        var dialog = await new SharesPage(visit.Page).CreateAsync();
        await dialog.ChooseAsync(dialog.Projects, "project 1000");
        await Expect(dialog.Root.GetByRole(AriaRole.Button, new() { Name = "project 1000" })).ToBeVisibleAsync();
        await dialog.Tags.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await dialog.ChooseAsync(dialog.Tags, "tag 500");
        await dialog.ChooseAsync(dialog.Tags, "tag 499");
        await Expect(dialog.Root.GetByRole(AriaRole.Button, new() { Name = "tag 500" })).ToBeVisibleAsync();
    }
}
