using Microsoft.Playwright;

namespace Shares.SystemTests.Pages;

/// <summary>A list of the portal: its rows, its headers with their menus, its filters and its CSV.</summary>
public sealed class Table(IPage page, string name)
{
    public ILocator Grid => page.GetByRole(AriaRole.Grid, new() { Name = name });

    public ILocator Count => page.GetByRole(AriaRole.Status).First;

    public ILocator Filters => page.GetByRole(AriaRole.Complementary, new() { Name = "Filters" });

    public ILocator Row(string text) => Grid.GetByRole(AriaRole.Row).Filter(new() { HasText = text });

    public ILocator Header(string column) => Grid.GetByRole(AriaRole.Columnheader).Filter(new() { Has = page.GetByText(column, new() { Exact = true }) });

    public async Task<string[]> HeadersAsync() => [.. (await Grid.GetByRole(AriaRole.Columnheader).AllInnerTextsAsync()).Select(text => text.Trim())];

    /// <summary>The texts of one column, in the order of the rows.</summary>
    public async Task<string[]> ColumnAsync(string field) => [.. (await CellsOf(field).AllInnerTextsAsync()).Select(text => text.Trim())];

    public ILocator CellsOf(string field) => Grid.Locator($"[role=gridcell][data-field='{field}']");

    public Task SortByAsync(string column) => Header(column).ClickAsync();

    /// <summary>The menu behind the three dots of a header.</summary>
    public async Task ChooseInMenuAsync(string column, string item)
    {
        await Header(column).HoverAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"{column} column menu" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = item }).ClickAsync();
    }

    /// <summary>Chooses a value of a filter.</summary>
    public async Task FilterAsync(string filter, string value)
    {
        var box = Filters.GetByRole(AriaRole.Combobox, new() { Name = filter, Exact = true });
        await box.ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = value, Exact = true }).ClickAsync();
        await box.PressAsync("Escape");
    }

    public async Task<string> CsvAsync()
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "CSV" }).ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync();
    }
}
