using Microsoft.Playwright;

namespace Shares.SystemTests.Pages;

/// <summary>The local issuer's page of demo users.</summary>
public sealed class SignInPage(IPage page)
{
    public ILocator Users => page.GetByRole(AriaRole.Listitem);

    public Task ChooseAsync(string user) => page.GetByRole(AriaRole.Link, new() { NameRegex = new($"^{user} ") }).ClickAsync();
}
