using Microsoft.Playwright;

namespace Shares.SystemTests.Pages;

/// <summary>The list of a project's own datasets and of those shared with it.</summary>
public sealed class DatasetsPage(IPage page)
{
    public Table Table { get; } = new(page, "Datasets");

    /// <summary>The names, without the words of the icons before them.</summary>
    public ILocator Names => Table.CellsOf("name").GetByRole(AriaRole.Link);

    public ILocator Subscribe => page.GetByRole(AriaRole.Button, new() { Name = "Subscribe to Share" });

    public async Task<DatasetPage> OpenAsync(string dataset)
    {
        await Table.Grid.GetByRole(AriaRole.Link, new() { Name = dataset, Exact = true }).ClickAsync();
        return new DatasetPage(page);
    }
}
