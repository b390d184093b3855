using Microsoft.Playwright;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal.Support;

/// <summary>Pictures of every page for looking at, and of what was there when a test failed: artifacts/screenshots.</summary>
internal static class Screenshots
{
    private static readonly string Folder = Repository.Path("artifacts/screenshots");

    public static Task OfPageAsync(IPage page, string name) => TakeAsync(page, Path.Combine(Folder, $"{name}.png"));

    public static Task OfFailureAsync(IPage page, string user)
    {
        var test = TestContext.Current.TestMethod!.MethodName;
        return TakeAsync(page, Path.Combine(Folder, "failures", $"{test}-{user}.png"));
    }

    private static async Task TakeAsync(IPage page, string file)
    {
        if (!page.IsClosed) await page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
    }
}
