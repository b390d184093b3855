using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shares.SystemTests.Pages;
using Shares.SystemTests.Portal.Support;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal;

/// <summary>Every filter, sort and column of the list of shares, the address that holds them, and the CSV.</summary>
public sealed class SharesListTests(LocalCloud cloud, PortalBrowser browser) : PortalTest(cloud, browser)
{
    private Visit _visit = null!;
    private SharesPage _shares = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var classification = await ClassificationAsync($"Human {World.Lab[^6..]}");
        await ShareAsync("Blood", "blood", isViewRestricted: true, share => share["keywords"] = new JsonArray("immune", "cells"));
        await ShareAsync("Ärzte 10", "x", isViewRestricted: false, share => share["description"] = "Tenth, of the blood bank");
        await ShareAsync("Ärzte 9", "x", isViewRestricted: false, share => share["classificationIds"] = new JsonArray(classification));
        var subscribed = await ShareAsync("Spleen", "spleen");
        await World.SubscribeAsync(subscribed);
        await ShareAsync("Lung, \"left\"", "lung", isViewRestricted: true, share => share["keywords"] = new JsonArray("cells"));
        _visit = await VisitAsync("core-admin", SharesOf(World.Publisher));
        _shares = new SharesPage(_visit.Page);
        await Expect(_shares.Table.Count).ToHaveTextAsync("5 shares");
    }

    [Fact]
    public async Task Each_filter_leaves_what_it_says_and_is_in_the_address()
    {
        var table = _shares.Table;
        await table.FilterAsync("Keyword", "cells");
        await ShowsAsync("keyword=cells", "Blood", "Lung, \"left\"");
        await table.FilterAsync("Keyword", "immune");
        await ShowsAsync("keyword=immune", "Blood", "Lung, \"left\"");
        await ClearAsync();
        await table.FilterAsync("Classification", $"Human {World.Lab[^6..]}");
        await ShowsAsync("classification=", "Ärzte 9");
        await ClearAsync();
        await table.Filters.GetByRole(AriaRole.Searchbox, new() { Name = "Name or description" }).FillAsync("BLOOD");
        await ShowsAsync("text=BLOOD", "Ärzte 10", "Blood");
        await ClearAsync();
        await table.FilterAsync("Type", "Subscriber");
        await ShowsAsync("type=SUBSCRIBER");
        await ClearAsync();
        await table.FilterAsync("Publisher", "sequencing-core");
        await ShowsAsync($"publisher={World.Publisher}", "Ärzte 9", "Ärzte 10", "Blood", "Lung, \"left\"", "Spleen");
        await ClearAsync();
        await table.Filters.GetByLabel("From").FillAsync("2999-01-01");
        await ShowsAsync("from=2999-01-01");
        await ClearAsync();
        await table.Filters.GetByLabel("To").FillAsync("2999-01-01");
        await ShowsAsync("to=2999-01-01", "Ärzte 9", "Ärzte 10", "Blood", "Lung, \"left\"", "Spleen");
    }

    [Fact]
    public async Task Each_column_sorts_both_ways_as_readers_of_a_language_expect()
    {
        await Expect(_shares.Table.CellsOf("name").First).ToHaveTextAsync("Ärzte 9");
        await _shares.Table.SortByAsync("Name");
        await ShowsAsync("sort=-name", "Spleen", "Lung, \"left\"", "Blood", "Ärzte 10", "Ärzte 9");
        await _shares.Table.SortByAsync("Access");
        await Expect(_shares.Table.CellsOf("access").First).ToHaveTextAsync("Analyze only");
        foreach (var (column, id) in new[] { ("Type", "type"), ("Originating project", "publisher"), ("Keywords", "keywords"), ("Classifications", "classifications"), ("Created", "created"), ("Updated", "updated") })
        {
            await _shares.Table.SortByAsync(column);
            await Expect(_shares.Table.Header(column)).ToHaveAttributeAsync("aria-sort", "ascending");
            await Expect(_visit.Page).ToHaveURLAsync(new Regex($"[?&]sort={id}(&|$)"));
            await _shares.Table.SortByAsync(column);
            await Expect(_shares.Table.Header(column)).ToHaveAttributeAsync("aria-sort", "descending");
        }

        await Expect(_shares.Table.CellsOf("name").First).ToHaveTextAsync("Lung, \"left\"");
    }

    [Fact]
    public async Task Columns_come_and_go_by_the_menu_of_a_header()
    {
        await _shares.Table.ChooseInMenuAsync("Keywords", "Hide column");
        await Expect(_shares.Table.Header("Keywords")).ToHaveCountAsync(0);
        await Expect(_visit.Page).ToHaveURLAsync(new Regex("columns=name%2Ctype%2Cpublisher%2Caccess%2Cclassifications%2Ccreated%2Cupdated"));
        await _shares.Table.ChooseInMenuAsync("Type", "Manage columns");
        await _visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Description" }).ClickAsync();
        await _visit.Page.Keyboard.PressAsync("Escape");
        await Expect(_shares.Table.Header("Description")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_view_can_be_sent_to_a_colleague()
    {
        await _shares.Table.FilterAsync("Keyword", "cells");
        await _shares.Table.SortByAsync("Name");
        await _shares.Table.ChooseInMenuAsync("Created", "Hide column");
        await Expect(_shares.Table.Header("Created")).ToHaveCountAsync(0);
        var sent = new Uri(_visit.Page.Url).PathAndQuery;
        var colleague = await VisitAsync("platform-admin", sent);
        var seen = new SharesPage(colleague.Page).Table;
        await Expect(seen.Count).ToHaveTextAsync("2 shares");
        Assert.Equal(await _shares.Table.HeadersAsync(), await seen.HeadersAsync());
        Assert.Equal(["Lung, \"left\"", "Blood"], await seen.ColumnAsync("name"));
    }

    [Fact]
    public async Task The_CSV_is_the_view()
    {
        await _shares.Table.FilterAsync("Keyword", "cells");
        await _shares.Table.SortByAsync("Name");
        foreach (var column in new[] { "Created", "Updated", "Classifications" })
        {
            await _shares.Table.ChooseInMenuAsync(column, "Hide column");
            await Expect(_shares.Table.Header(column)).ToHaveCountAsync(0);
        }

        var csv = await _shares.Table.CsvAsync();
        const string Expected = """"
            Name,Type,Originating project,Access,Keywords
            "Lung, ""left""",Publisher,sequencing-core,Analyze only,cells
            Blood,Publisher,sequencing-core,Analyze only,"immune, cells"

            """";
        Assert.Equal(Expected.ReplaceLineEndings("\r\n"), csv.TrimStart('\uFEFF'));
    }

    private async Task ShowsAsync(string inAddress, params string[] names)
    {
        await Expect(_visit.Page).ToHaveURLAsync(new Regex(Regex.Escape(inAddress)));
        await Expect(_shares.Table.CellsOf("name")).ToHaveTextAsync(names);
    }

    private Task ClearAsync() => _shares.Table.Filters.GetByText("Clear", new() { Exact = true }).ClickAsync();
}
