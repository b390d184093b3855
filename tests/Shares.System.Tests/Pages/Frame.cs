using Microsoft.Playwright;

namespace Shares.SystemTests.Pages;

/// <summary>What is around every page: project chooser, navigation, the person's menu.</summary>
public sealed class Frame(IPage page)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Project => page.GetByRole(AriaRole.Combobox, new() { Name = "Project" });

    public ILocator Navigation => page.GetByRole(AriaRole.Navigation, new() { Name = "Pages of the project" });

    /// <summary>What the portal says has happened.</summary>
    public ILocator Notification => page.GetByRole(AriaRole.Presentation).GetByRole(AriaRole.Alert);

    public ILocator Refusal => page.GetByRole(AriaRole.Alert);

    public ILocator Dialog(string name) => page.GetByRole(AriaRole.Dialog, new() { Name = name });

    public Task GoToAsync(string section) => Navigation.GetByRole(AriaRole.Link, new() { Name = section }).ClickAsync();

    public async Task SignOutAsync(string user)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Signed in as {user}" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();
    }
}
