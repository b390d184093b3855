using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Shares.SystemTests.Pages;

/// <summary>Create A Share, and Edit share: the form, and what the selection holds.</summary>
public sealed partial class ShareDialog(IPage page)
{
    public ILocator Root => page.GetByRole(AriaRole.Dialog, new() { NameRegex = Title() });

    public ILocator Name => Root.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true });

    public ILocator Description => Root.GetByRole(AriaRole.Textbox, new() { Name = "Description" });

    public ILocator Keywords => Box("Search keywords");

    public ILocator Projects => Box("Share to projects");

    public ILocator Classifications => Box("Apply data classifications");

    public ILocator Tags => Box("Tags");

    public ILocator Creators => Box("Created by");

    public ILocator DataTypes => Box("Data types");

    public ILocator Expires => Root.GetByLabel("Expires");

    /// <summary>Checked: analyze only.</summary>
    public ILocator IsRestricted => Root.GetByRole(AriaRole.Checkbox, new() { Name = "Restrict file access to pipeline use only" });

    public ILocator Preview => Root.GetByRole(AriaRole.Region, new() { Name = "What the share holds" });

    public ILocator Datasets => Preview.GetByRole(AriaRole.List, new() { Name = "Datasets in this share" }).GetByRole(AriaRole.Listitem);

    public ILocator Save => Root.GetByRole(AriaRole.Button, new() { NameRegex = SaveButton() });

    /// <summary>What storage does with what was saved.</summary>
    public ILocator Enforcement => Root.GetByRole(AriaRole.Status);

    /// <summary>Types into a box and takes what it offers by that name.</summary>
    public async Task ChooseAsync(ILocator box, string text)
    {
        await box.FillAsync(text);
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = text }).First.ClickAsync();
    }

    /// <summary>A value that no dataset and no share has yet.</summary>
    public static async Task AddAsync(ILocator box, string text)
    {
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    public Task CloseAsync() => Root.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

    private ILocator Box(string label) => Root.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });

    [GeneratedRegex("^(Create A Share|Edit share)$")]
    private static partial Regex Title();

    [GeneratedRegex("^(Create share|Save)$")]
    private static partial Regex SaveButton();
}
