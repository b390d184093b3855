using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Shares.SystemTests.Pages;
using Shares.SystemTests.Portal.Support;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal;

/// <summary>What the portal may cost its readers. Times are printed and no more: they are those of the machine as well.</summary>
public sealed class BudgetTests(LocalCloud cloud, PortalBrowser browser, ITestOutputHelper output) : PortalTest(cloud, browser)
{
    private const int LargestFirstPage = 300 * 1024;

    [Fact]
    public async Task The_first_page_is_within_its_budget_of_300_KB_of_scripts_and_styles_compressed()
    {
        var visit = await VisitAsync("core-admin", SharesOf(World.Publisher));
        var files = new ConcurrentDictionary<string, bool>();
        visit.Page.Response += (_, response) =>
        {
            if (response.Request.ResourceType is "script" or "stylesheet") files[new Uri(response.Url).AbsolutePath] = true;
        };
        var start = TimeProvider.System.GetTimestamp();
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.GetByText("No shares yet")).ToBeVisibleAsync();
        var usable = TimeProvider.System.GetElapsedTime(start);
        await visit.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        var size = files.Keys.Sum(file => Compressed(File.ReadAllBytes(Repository.Path("portal/dist" + file))));
        Print($"first page: {size / 1024} KiB compressed (Brotli; budget 300) in {files.Count} files, usable after {usable.TotalMilliseconds:0} ms with sign-in");
        Assert.InRange(size, LargestFirstPage / 10, LargestFirstPage);
    }

    [Fact]
    public async Task Ten_thousand_shares_are_sorted_and_scrolled()
    {
        var visit = await VisitAsync("core-admin", $"/projects/{World.Publisher}/settings");
        var made = (await World.CoreAdmin.GetAsync($"/api/projects/{World.Publisher}/shares/{await ShareAsync("Made", "x")}")).Expect(200).Body!;
        var many = new JsonArray([.. Enumerable.Range(1, 10_000).Select(n =>
        {
            var share = made.DeepClone().AsObject();
            share["id"] = $"00000000-0000-7000-8000-{n:000000000000}";
            share["name"] = $"Share {n}";
            return share;
        })]).ToJsonString();
        await visit.Page.RouteAsync(new System.Text.RegularExpressions.Regex("/shares(\\?.*)?$"), route => route.FulfillAsync(new() { ContentType = "application/json", Body = many }));
        await new Frame(visit.Page).GoToAsync("Shares");
        var table = new SharesPage(visit.Page).Table;
        await Expect(table.Count).ToHaveTextAsync("10,000 shares");
        await Expect(table.CellsOf("name").First).ToHaveTextAsync("Share 1");
        await visit.Page.EvaluateAsync("""
            window.longTasks = [];
            new PerformanceObserver(list => window.longTasks.push(...list.getEntries().map(entry => entry.duration))).observe({ entryTypes: ['longtask'] });
            """);
        await table.CellsOf("name").First.HoverAsync();
        for (var turns = 0; turns < 20; turns++) await visit.Page.Mouse.WheelAsync(0, 400);
        await Expect(table.CellsOf("name").Filter(new() { HasTextRegex = new("^Share 25$") })).ToBeVisibleAsync();
        var scrolling = await visit.Page.EvaluateAsync<double[]>("window.longTasks.splice(0)");
        await table.SortByAsync("Name");
        await Expect(table.CellsOf("name").First).ToHaveTextAsync("Share 10000");
        var sorting = await visit.Page.EvaluateAsync<double[]>("window.longTasks.splice(0)");
        Print($"10,000 rows: {scrolling.Count(task => task > 200)} tasks over 200 ms while scrolling (longest {Longest(scrolling)}), sorting took {Longest(sorting)}");
    }

    private static string Longest(double[] tasks) => $"{tasks.DefaultIfEmpty().Max():0} ms";

    private void Print(string measured)
    {
        output.WriteLine(measured);
        Directory.CreateDirectory(Repository.Path("artifacts"));
        File.AppendAllText(Repository.Path("artifacts/portal-budgets.txt"), measured + "\n");
    }

    private static int Compressed(byte[] bytes)
    {
        using var counted = new MemoryStream();
        using (var brotli = new BrotliStream(counted, CompressionLevel.SmallestSize, leaveOpen: true)) brotli.Write(bytes);
        return (int)counted.Length;
    }
}
