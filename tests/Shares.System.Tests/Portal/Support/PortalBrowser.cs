using Microsoft.Playwright;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal.Support;

/// <summary>The tests of the portal: one Chromium for all of them, and one test at a time, since some measure and machines are small.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PortalTests : ICollectionFixture<PortalBrowser>
{
    public const string Name = "Portal";
}

public sealed class PortalBrowser : IAsyncLifetime
{
    /// <summary>Milliseconds.</summary>
    public const float Patience = 60_000;

    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    ];

    private IPlaywright _playwright = null!;

    public IBrowser Chromium { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(Repository.Path("portal/dist/index.html")), "The portal is not built: npm --prefix portal ci && npm --prefix portal run build");
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Flags });
        // Loaded machines are slow; what never comes fails all the same.
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (Chromium is not null) await Chromium.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string Find() =>
        (from folder in Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
         from program in Programs
         select Path.Combine(folder, program)).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is not installed.");
}
