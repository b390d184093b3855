using Microsoft.Playwright;

namespace Shares.SystemTests.Pages;

/// <summary>The list of a project's shares.</summary>
public sealed class SharesPage(IPage page)
{
    public Table Table { get; } = new(page, "Shares");

    public ILocator Create => page.GetByRole(AriaRole.Button, new() { Name = "Create A Share" });

    public ILocator Subscribe => page.GetByRole(AriaRole.Button, new() { Name = "Subscribe to Share" });

    public ILocator Offers => page.GetByRole(AriaRole.Dialog, new() { Name = "Subscribe to Share" });

    public ILocator Offer(string share) => Offers.GetByRole(AriaRole.Listitem).Filter(new() { HasText = share });

    public async Task<ShareDialog> CreateAsync()
    {
        await Create.ClickAsync();
        return new ShareDialog(page);
    }

    public async Task<SharePage> OpenAsync(string share)
    {
        await Table.Grid.GetByRole(AriaRole.Link, new() { Name = share, Exact = true }).ClickAsync();
        return new SharePage(page);
    }
}
