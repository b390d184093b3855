using Microsoft.Playwright;

namespace Shares.SystemTests.Portal.Support;

/// <summary>Somebody who has no mouse: goes from one thing to the next by Tab, and types.</summary>
public sealed class Keyboard(IPage page)
{
    private const int MostStops = 120;

    public async Task GoToAsync(ILocator target)
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        for (var stops = 0; stops < MostStops; stops++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not reach {target} within {MostStops} stops.");
    }

    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys) await page.Keyboard.PressAsync(key);
    }

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);
}
