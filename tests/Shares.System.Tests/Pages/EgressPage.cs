using Microsoft.Playwright;

namespace Shares.SystemTests.Pages;

/// <summary>What a project's shares sent, and the limits on them.</summary>
public sealed class EgressPage(IPage page)
{
    /// <summary>What the chart is said to show.</summary>
    public ILocator Chart => page.GetByRole(AriaRole.Figure);

    /// <summary>The page's sums, each with its name before it.</summary>
    public ILocator Totals => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.List, new() { Name = "In all" });

    public Table Table(string by) => new(page, $"Egress by {by}");

    public ILocator Measure(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>How far a share's limit is used.</summary>
    public ILocator Bar(string share) => page.GetByRole(AriaRole.Progressbar, new() { Name = $"Used of the limit of {share}" });

    public ILocator LetGoOn => page.GetByRole(AriaRole.Button, new() { Name = "Let downloads go on" });

    public async Task SumUpByAsync(string dimension)
    {
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Summed up by" }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = dimension, Exact = true }).ClickAsync();
    }

    public async Task<ILocator> OpenLimitAsync(string share)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^(Set|Change) limit of {share}$") }).ClickAsync();
        return page.GetByRole(AriaRole.Dialog, new() { Name = "Limit on downloads" });
    }

    public async Task SetLimitAsync(string share, string gibibytes)
    {
        var dialog = await OpenLimitAsync(share);
        await dialog.GetByLabel("Amount").FillAsync(gibibytes);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
    }
}
