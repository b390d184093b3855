using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Shares.SystemTests.Pages;
using Shares.SystemTests.Portal.Support;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal;

/// <summary>Datasets of a subscriber: what it finds, downloads, and why it may not.</summary>
public sealed class DatasetTests(LocalCloud cloud, PortalBrowser browser) : PortalTest(cloud, browser)
{
    private UploadedDataset _open = null!;
    private UploadedDataset _closed = null!;

    private string Classification => $"Human {World.Lab[^6..]}";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _open = await World.UploadAsync("Panel 1", "panel");
        _closed = await World.UploadAsync("T cells, run 7", "t-cells");
        var classification = await ClassificationAsync(Classification);
        foreach (var (name, tag, isRestricted) in new[] { ("Panels", "panel", false), ("T cells", "t-cells", true) })
        {
            var share = await ShareAsync(name, tag, isRestricted, input =>
            {
                input["keywords"] = new JsonArray($"about {tag}");
                if (!isRestricted) input["classificationIds"] = new JsonArray(classification);
            });
            await World.SubscribeAsync(share);
            await World.EnforcedAsync(share);
        }
    }

    [Fact]
    public async Task A_file_of_a_share_that_allows_downloads_is_saved_byte_for_byte()
    {
        var visit = await VisitAsync("lab-viewer", DatasetsOf(World.Lab));
        var dataset = await new DatasetsPage(visit.Page).OpenAsync("Panel 1");
        Assert.Equal(_open.File.Bytes, await dataset.SavedAsync(dataset.Download(_open.ListedPath)));
        await Expect(dataset.Downloads).ToContainTextAsync("1 of 1 file");
        Assert.Equal(_open.File.Bytes, await dataset.SavedAsync(dataset.DownloadAll));
        await dataset.Files("Panel 1").Grid.GetByRole(AriaRole.Checkbox).Last.ClickAsync();
        Assert.Equal(_open.File.Bytes, await dataset.SavedAsync(dataset.DownloadSelected));
    }

    [Fact]
    public async Task By_keyboard_alone_a_dataset_is_opened_and_one_file_of_it_and_all_are_saved_byte_for_byte()
    {
        var visit = await VisitAsync("lab-viewer", DatasetsOf(World.Lab));
        var keys = new Keyboard(visit.Page);
        await keys.GoToAsync(new DatasetsPage(visit.Page).Table.Grid.GetByRole(AriaRole.Link, new() { Name = "Panel 1" }));
        await keys.PressAsync("Enter");
        var dataset = new DatasetPage(visit.Page);
        await keys.GoToAsync(dataset.Download(_open.ListedPath));
        Assert.Equal(_open.File.Bytes, await Saved.ByAsync(visit.Page, () => keys.PressAsync("Enter")));
        await keys.GoToAsync(dataset.DownloadAll);
        Assert.Equal(_open.File.Bytes, await Saved.ByAsync(visit.Page, () => keys.PressAsync("Enter")));
    }

    [Fact]
    public async Task A_file_of_an_analyze_only_share_has_a_name_and_no_way_to_its_contents_and_one_sentence_why()
    {
        var visit = await VisitAsync("lab-member", DatasetsOf(World.Lab));
        var dataset = await new DatasetsPage(visit.Page).OpenAsync("T cells, run 7");
        await Expect(dataset.Files("T cells, run 7").CellsOf("path")).ToHaveTextAsync([_closed.ListedPath]);
        await Expect(visit.Page.GetByText("These files cannot be viewed or downloaded, because the share is analyze only")).ToBeVisibleAsync();
        await Expect(dataset.Download(_closed.ListedPath)).ToHaveCountAsync(0);
        await Expect(dataset.DownloadAll).ToHaveCountAsync(0);
        var why = await dataset.AskWhyAsync();
        await Expect(why).ToContainTextAsync("nalyze only");
    }

    [Fact]
    public async Task Own_and_shared_datasets_are_in_one_table_with_icons_and_every_filter_works()
    {
        var visit = await VisitAsync("lab-member", DatasetsOf(World.Lab));
        var datasets = new DatasetsPage(visit.Page);
        var table = datasets.Table;
        await Expect(datasets.Names).ToHaveTextAsync(["Panel 1", "T cells, run 7"]);
        await Expect(table.Row("T cells, run 7").GetByRole(AriaRole.Img, new() { Name = "Shared, analyze only" })).ToBeVisibleAsync();
        await Expect(table.Row("Panel 1").GetByRole(AriaRole.Img, new() { Name = "Shared", Exact = true })).ToBeVisibleAsync();
        await Expect(table.Row("Panel 1")).ToContainTextAsync("Panels");
        foreach (var (filter, value) in new[]
        {
            ("Share", "Panels"), ("Tag", "panel"), ("Share’s keyword", "about panel"), ("Share’s classification", Classification), ("Data type", "paired_dnaseq"), ("Created by", "core-admin"), ("Own or shared", "Shared with this project"),
        })
        {
            await table.FilterAsync(filter, value);
            await Expect(table.CellsOf("name").Filter(new() { HasText = "Panel 1" })).ToHaveCountAsync(1);
            await Expect(table.CellsOf("name")).ToHaveCountAsync(filter is "Share" or "Tag" or "Share’s keyword" or "Share’s classification" ? 1 : 2);
            await table.Filters.GetByText("Clear", new() { Exact = true }).ClickAsync();
            await Expect(table.CellsOf("name")).ToHaveCountAsync(2);
        }

        await table.Filters.GetByRole(AriaRole.Searchbox, new() { Name = "Name or description" }).FillAsync("PANEL");
        await Expect(datasets.Names).ToHaveTextAsync(["Panel 1"]);
        await table.Filters.GetByText("Clear", new() { Exact = true }).ClickAsync();
        await Expect(datasets.Names).ToHaveCountAsync(2);
        await table.FilterAsync("Own or shared", "Own");
        await Expect(table.CellsOf("name")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_commands_hold_what_somebody_pastes_into_a_terminal_and_into_a_pipeline()
    {
        var visit = await VisitAsync("lab-member", $"{DatasetsOf(World.Lab)}/{_open.Id}");
        var commands = await new DatasetPage(visit.Page).CommandsAsync();
        await Expect(commands.GetByLabel("Download command", new() { Exact = true })).ToContainTextAsync("aws s3");
        await Expect(commands.GetByLabel("Pipeline command", new() { Exact = true })).ToContainTextAsync("pipeline-token");
        await commands.GetByRole(AriaRole.Button, new() { Name = "Copy: Download command" }).ClickAsync();
        var copied = await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains("aws s3", copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_asks_why_another_project_cannot()
    {
        var visit = await VisitAsync("core-admin", $"{DatasetsOf(World.Publisher)}/{_closed.Id}");
        var why = await new DatasetPage(visit.Page).AskWhyAsync();
        await why.GetByRole(AriaRole.Combobox, new() { Name = "Project" }).FillAsync(LabName);
        await visit.Page.GetByRole(AriaRole.Option, new() { Name = LabName }).ClickAsync();
        await Expect(why.GetByRole(AriaRole.Alert).First).ToContainTextAsync(LabName);
        await Expect(why).ToContainTextAsync("What storage does");
    }

    private static string DatasetsOf(string project) => $"/projects/{project}/datasets";
}
