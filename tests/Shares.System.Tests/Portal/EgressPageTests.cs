using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shares.SystemTests.Egress;
using Shares.SystemTests.Pages;
using Shares.SystemTests.Portal.Support;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal;

/// <summary>What downloads took, and limits on them, on the publisher's page.</summary>
public sealed class EgressPageTests(LocalCloud cloud, PortalBrowser browser) : PortalTest(cloud, browser)
{
    private string Address => $"/projects/{World.Publisher}/egress";

    private string Today { get; } = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Bytes_and_cost_stand_by_day_share_subscriber_and_dataset_as_chart_and_table_and_the_address_holds_which()
    {
        await World.DownloadAsync(await PanelsAsync());
        var core = await VisitAsync("core-admin", Address);
        var egress = new EgressPage(core.Page);
        await Expect(egress.Totals).ToContainTextAsync("Bytes out48.8 KiB");
        await Expect(egress.Totals).ToContainTextAsync("StatusEstimated");
        await Expect(egress.Chart).ToContainTextAsync("Bytes out by day");
        await Expect(egress.Chart).ToContainTextAsync($"{Today[..8]}01");
        foreach (var (by, group) in new[] { ("Share", "Panels"), ("Subscriber", LabName), ("Dataset", "Panel 1"), ("Person or run", "lab-viewer"), ("Day", Today) })
        {
            await egress.SumUpByAsync(by);
            var table = egress.Table(by.ToLowerInvariant());
            await Expect(table.CellsOf("group")).ToHaveTextAsync([group]);
            await Expect(table.CellsOf("bytes")).ToHaveTextAsync(["48.8 KiB"]);
            await Expect(table.CellsOf("cost")).ToContainTextAsync(["$"]);
        }

        await egress.Measure("Cost").ClickAsync();
        await Expect(egress.Chart).ToContainTextAsync("Cost by day");
        await Expect(core.Page).ToHaveURLAsync(new Regex("by=day&measure=cost"));
        await core.Page.ReloadAsync();
        await Expect(egress.Chart).ToContainTextAsync("Cost by day");
        await Expect(egress.Table("day").CellsOf("group")).ToHaveTextAsync([Today]);
    }

    [Fact]
    public async Task The_CSV_is_the_view()
    {
        await World.DownloadAsync(await PanelsAsync(), times: 2);
        var core = await VisitAsync("core-admin", $"{Address}?by=subscriber&columns=group,bytes,requests,status");
        var table = new EgressPage(core.Page).Table("subscriber");
        await Expect(table.Row(LabName)).ToBeVisibleAsync();
        Assert.Equal(["Subscriber", "Bytes out", "Downloads", "Status"], await table.HeadersAsync());
        Assert.Equal($"Subscriber,Bytes out,Downloads,Status\r\n{LabName},100000,2,Estimated\r\n", (await table.CsvAsync()).TrimStart('\uFEFF'));
    }

    [Fact]
    public async Task A_closed_month_is_said_to_be_final()
    {
        await World.DownloadAsync(await PanelsAsync());
        var core = await BeginAsync("core-admin");
        await core.Page.RouteAsync("**/egress?*", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("ESTIMATED", "FINAL", StringComparison.Ordinal) });
        });
        await core.OpenAsync(Address, "core-admin");
        await Expect(new EgressPage(core.Page).Totals).ToContainTextAsync("StatusFinal");
        await Expect(new EgressPage(core.Page).Table("share").CellsOf("status")).ToHaveTextAsync(["Final"]);
    }

    [Fact]
    public async Task A_limit_is_set_raised_and_removed_and_a_bar_shows_how_far_it_is_used_and_words_where_the_month_ends()
    {
        await World.DownloadAsync(await PanelsAsync());
        var core = await VisitAsync("core-admin", Address);
        var egress = new EgressPage(core.Page);
        await Expect(core.Page.GetByText("There is no limit.")).ToBeVisibleAsync();
        await egress.SetLimitAsync("Panels", "0.0001");
        await Expect(egress.Bar("Panels")).ToHaveAttributeAsync("aria-valuenow", "46");
        await Expect(core.Page.GetByText("Limit: 105 KiB a month")).ToBeVisibleAsync();
        await Expect(core.Page.GetByText("If it goes on like this, the month ends with")).ToBeVisibleAsync();
        await egress.SetLimitAsync("Panels", "1.5");
        await Expect(core.Page.GetByText("Limit: 1.5 GiB a month")).ToBeVisibleAsync();
        await Expect(egress.Bar("Panels")).ToHaveAttributeAsync("aria-valuenow", "0");
        var dialog = await egress.OpenLimitAsync("Panels");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Remove the limit" }).ClickAsync();
        await Expect(core.Page.GetByText("There is no limit.")).ToBeVisibleAsync();
        await Expect(egress.Bar("Panels")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Downloads_that_a_limit_has_stopped_go_on_when_an_administrator_gives_a_reason()
    {
        var (dataset, share) = await SharedPanelsAsync();
        var limit = new JsonObject { ["monthlyBytes"] = 60_000, ["action"] = "SUSPEND_DOWNLOADS" };
        (await World.CoreAdmin.PutAsync($"/api/projects/{World.Publisher}/shares/{share}/egress-limit", limit)).Expect(200);
        await World.DownloadAsync(dataset, times: 2);
        await World.SuspendedAsync(dataset);

        var core = await VisitAsync("core-admin", Address);
        var egress = new EgressPage(core.Page);
        await Expect(egress.Bar("Panels")).ToHaveAttributeAsync("aria-valuenow", "100");
        await Expect(core.Page.GetByText("Downloads have stopped, because the limit is reached.")).ToBeVisibleAsync();
        await egress.LetGoOn.ClickAsync();
        var dialog = new Frame(core.Page).Dialog("Let downloads go on?");
        var confirm = dialog.GetByRole(AriaRole.Button, new() { Name = "Let downloads go on" });
        await Expect(confirm).ToBeDisabledAsync();
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Reason, for the audit log" }).FillAsync("the review is due");
        await confirm.ClickAsync();
        await Expect(core.Page.GetByText("The limit is lifted for this month.")).ToBeVisibleAsync();
        await Expect(egress.LetGoOn).ToHaveCountAsync(0);
        await World.EnforcedAsync(share);
        Assert.Equal(dataset.File.Bytes.Length, await World.ReadAsync(await World.PresignAsync(World.LabViewer, dataset)));
        Assert.Contains("the review is due", (await World.CoreAdmin.GetAsync($"/api/projects/{World.Publisher}/audit?target={share}")).Expect(200).Text, StringComparison.Ordinal);
    }

    private async Task<UploadedDataset> PanelsAsync() => (await SharedPanelsAsync()).Dataset;

    private async Task<(UploadedDataset Dataset, string Share)> SharedPanelsAsync()
    {
        var dataset = await World.UploadAsync("Panel 1", "panel");
        var share = await ShareAsync("Panels", "panel", isViewRestricted: false);
        await World.SubscribeAsync(share);
        await World.EnforcedAsync(share);
        return (dataset, share);
    }
}
