using Microsoft.Playwright;

namespace Shares.SystemTests.Pages;

/// <summary>What the browser saves on the reader's disk.</summary>
internal static class Saved
{
    /// <summary>The bytes of the one file that an action of the reader saves.</summary>
    public static async Task<byte[]> ByAsync(IPage page, Func<Task> act)
    {
        var download = await page.RunAndWaitForDownloadAsync(act);
        await using var file = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
