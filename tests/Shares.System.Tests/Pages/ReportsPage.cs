using System.Text;
using Microsoft.Playwright;

namespace Shares.SystemTests.Pages;

/// <summary>What the downloads of all publishers cost, for finance.</summary>
public sealed class ReportsPage(IPage page)
{
    /// <summary>The way here, for whoever may read the reports.</summary>
    public ILocator Link => page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Reports" });

    public ILocator Refusal => page.GetByRole(AriaRole.Heading, new() { Name = "You cannot see the reports" });

    /// <summary>A month's row, by its name such as <c>November 2026</c>.</summary>
    public ILocator Month(string name) => page.GetByRole(AriaRole.Table, new() { Name = "Months" }).GetByRole(AriaRole.Row).Filter(new() { HasText = name });

    public ILocator Totals(string month) => page.GetByRole(AriaRole.List, new() { Name = $"{month} in all" });

    public Table Publishers(string period) => new(page, $"Egress of {period} by publishing project");

    public ILocator Save(string format) => page.GetByRole(AriaRole.Button, new() { Name = $"Save as {format}" });

    /// <summary>The text of the file that is saved, with the mark of its encoding if it has one.</summary>
    public async Task<string> SavedAsync(string format) => Encoding.UTF8.GetString(await Saved.ByAsync(page, () => Save(format).ClickAsync()));
}
