using Microsoft.Playwright;

namespace Shares.SystemTests.Pages;

/// <summary>One dataset with its files, downloads and explanations.</summary>
public sealed class DatasetPage(IPage page)
{
    public ILocator Downloads => page.GetByRole(AriaRole.Region, new() { Name = "Downloads" });

    public Table Files(string dataset) => new(page, $"Files of {dataset}");

    public async Task<ILocator> AskWhyAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Why can’t I …?" }).ClickAsync();
        return page.GetByRole(AriaRole.Dialog, new() { Name = "Why can’t I …?" });
    }

    public async Task<ILocator> CommandsAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Commands" }).ClickAsync();
        return page.GetByRole(AriaRole.Dialog, new() { Name = "Commands" });
    }

    public ILocator DownloadAll => page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Download all") });

    public ILocator DownloadSelected => page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Download selected") });

    public ILocator Download(string path) => page.GetByRole(AriaRole.Button, new() { Name = $"Download {path}" });

    /// <summary>The bytes that the browser saves after a click.</summary>
    public Task<byte[]> SavedAsync(ILocator button) => Saved.ByAsync(page, () => button.ClickAsync());
}
