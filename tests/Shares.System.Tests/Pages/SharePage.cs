using Microsoft.Playwright;

namespace Shares.SystemTests.Pages;

/// <summary>All about one share.</summary>
public sealed class SharePage(IPage page)
{
    public ILocator Edit => Button("Edit");

    public ILocator Delete => Button("Delete");

    public ILocator Subscribe => Button("Subscribe");

    public ILocator Unsubscribe => Button("Unsubscribe");

    public Table Datasets(string share) => new(page, $"Datasets of {share}");

    /// <summary>What is said of the share under a name, such as <c>Access</c>.</summary>
    public ILocator Fact(string name) => page.GetByRole(AriaRole.Term).Filter(new() { HasTextRegex = new($"^{name}$") }).Locator("xpath=following-sibling::dd[1]");

    public ILocator Section(string title) => page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });

    public async Task<ShareDialog> EditAsync()
    {
        await Edit.ClickAsync();
        return new ShareDialog(page);
    }

    private ILocator Button(string name) => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
