using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Playwright;
using Shares.SystemTests.Egress;
using Shares.SystemTests.Pages;
using Shares.SystemTests.Portal.Support;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Portal;

/// <summary>Finance at the browser: what the downloads of all publishers cost, and the files of it.</summary>
public sealed class ReportsPageTests(LocalCloud cloud, PortalBrowser browser) : PortalTest(cloud, browser)
{
    private static string Month { get; } = TimeProvider.System.GetUtcNow().ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Finance_lands_on_the_months_and_reads_what_each_publisher_pays_and_saves_all_three_files()
    {
        // First among the publishers of all other tests.
        var name = $"AAA {World.Publisher[^6..]}";
        var project = (await World.CoreAdmin.GetAsync($"/api/projects/{World.Publisher}")).Expect(200);
        var renamed = new JsonObject { ["name"] = name };
        foreach (var member in (string[])["description", "settings", "pipelineRoleArn"]) renamed[member] = project[member].DeepClone();
        (await World.CoreAdmin.PutAsync($"/api/projects/{World.Publisher}", renamed)).Expect(200);
        var (share, finance) = await DownloadedAsync();

        var visit = await VisitAsync("finance", "/");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/reports$"));
        var reports = new ReportsPage(visit.Page);
        await Expect(reports.Link).ToBeVisibleAsync();
        await Expect(reports.Month(Month)).ToContainTextAsync("Estimated");
        await Expect(reports.Totals(Month)).ToContainTextAsync("StatusEstimated");
        await reports.Publishers(Finance.Month).SortByAsync("Publishing project");
        var row = reports.Publishers(Finance.Month).Row(name);
        await Expect(row).ToContainTextAsync("148.8 KiB0 bytes0 bytesUS$");

        foreach (var (title, format) in new[] { ("CSV", "csv"), ("FOCUS 1.2", "focus") })
        {
            // Billing makes the report anew at any moment.
            var before = await FileAsync(finance, format);
            var saved = (await reports.SavedAsync(title)).TrimStart('\uFEFF');
            Assert.Contains(saved, new[] { before, await FileAsync(finance, format) });
            Assert.Contains(format == "csv" ? name : share, saved, StringComparison.Ordinal);
        }

        var lines = JsonNode.Parse(await reports.SavedAsync("JSON"))!.AsArray();
        var line = Assert.Single(lines, line => (string?)line!["share"]?["id"] == share)!;
        Assert.Equal((await finance.LinesAsync(share, lines => lines.Count > 0))[0].ToJsonString(), line.ToJsonString());
    }

    [Fact]
    public async Task A_file_that_is_too_large_for_the_API_is_saved_from_storage_and_not_opened()
    {
        await DownloadedAsync();
        using var s3 = Storage.Client(await Cloud.CredentialsAsync("admin"), Cloud.Internet);
        var stored = (await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "shares-reportsbucket", Prefix = $"egress/{Finance.Month}/estimate/" })).S3Objects
            .First(file => file.Key.EndsWith(".csv", StringComparison.Ordinal) && !file.Key.Contains("focus", StringComparison.Ordinal));
        var address = await s3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = stored.BucketName, Key = stored.Key, Protocol = Protocol.HTTP, Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(10),
        });
        var visit = await BeginAsync("finance");
        await visit.Page.RouteAsync("**/reports/egress?*format=csv*", route => route.FulfillAsync(new() { Status = 302, Headers = new Dictionary<string, string> { ["Location"] = address } }));
        await visit.OpenAsync("/reports", "finance");

        var saved = await new ReportsPage(visit.Page).SavedAsync("CSV");

        Assert.StartsWith("Month,", saved.TrimStart('\uFEFF'), StringComparison.Ordinal);
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/reports$"));
    }

    [Fact]
    public async Task A_closed_month_is_opened_by_its_name_and_says_that_it_is_final_and_which_version()
    {
        var visit = await BeginAsync("finance");
        await visit.Page.RouteAsync("**/reports/egress/periods*", route => FulfillAsync(route, $"{Period("2029-11", "ESTIMATED", 0)},{Period("2029-10", "FINAL", 2)}"));
        await visit.Page.RouteAsync("**/reports/egress?*", route => FulfillAsync(route, route.Request.Url.Contains("2029-10", StringComparison.Ordinal) ? Lines : ""));
        await visit.OpenAsync("/reports", "finance");
        var reports = new ReportsPage(visit.Page);
        await Expect(visit.Page.GetByText("Nothing was downloaded in this month")).ToBeVisibleAsync();
        await reports.Month("October 2029").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"/reports\?month=2029-10$"));
        await Expect(reports.Totals("October 2029")).ToContainTextAsync("StatusFinal, version 2");
        await Expect(reports.Totals("October 2029")).ToContainTextAsync("Publishers payUS$2.20");
        await Expect(reports.Publishers("2029-10").Row("sequencing-core")).ToContainTextAsync("CC-4711");
        await Expect(reports.Publishers("2029-10").CellsOf("publisher")).ToHaveTextAsync(["Unattributed", "sequencing-core"]);
        await Expect(reports.Publishers("2029-10").CellsOf("cost")).ToHaveTextAsync(["US$2.70", "US$2.20"]);
    }

    [Fact]
    public async Task Reports_that_are_loading_not_made_yet_or_cannot_be_read_say_so()
    {
        var visit = await BeginAsync("finance");
        visit.Expect("status of 500");
        var answer = new TaskCompletionSource<int>();
        await visit.Page.RouteAsync("**/reports/egress/periods*", async route =>
        {
            if (await answer.Task == 500) await route.FulfillAsync(new() { Status = 500, ContentType = "application/problem+json", Body = """{"detail":"The table is on fire.","errorCode":"UNKNOWN"}""" });
            else await FulfillAsync(route, "");
        });
        await visit.OpenAsync("/reports", "finance");
        await Expect(visit.Page.GetByRole(AriaRole.Status, new() { Name = "Loading the reports" })).ToBeVisibleAsync();
        var first = answer;
        answer = new();
        answer.SetResult(200);
        first.SetResult(500);
        await Expect(new Frame(visit.Page).Refusal).ToContainTextAsync("The reports could not be loaded");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(visit.Page.GetByText("There is no report yet")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("platform-admin")]
    [InlineData("lab-member")]
    [InlineData("outsider")]
    public async Task Who_is_not_of_finance_finds_no_way_to_the_reports_and_is_told_so_at_their_address(string user)
    {
        var visit = await VisitAsync(user, "/reports");
        await Expect(new ReportsPage(visit.Page).Refusal).ToBeVisibleAsync();
        await Expect(new ReportsPage(visit.Page).Link).ToHaveCountAsync(0);
    }

    private async Task<(string Share, Finance Finance)> DownloadedAsync()
    {
        var dataset = await World.UploadAsync("Panel 1", "panel");
        var share = await World.ShareAsync("panel", isViewRestricted: false);
        await World.SubscribeAsync(share);
        await World.ReadAsync(await World.PresignAsync(World.LabViewer, dataset));
        var finance = await Finance.SignInAsync(Cloud);
        await finance.LinesAsync(share, lines => lines.Count > 0);
        return (share, finance);
    }

    private static async Task<string> FileAsync(Finance finance, string format) => (await finance.Client.GetAsync(Finance.Report(format))).Expect(200).Text;

    private static Task FulfillAsync(IRoute route, string data) =>
        route.FulfillAsync(new() { ContentType = "application/json", Body = $$"""{"data":[{{data}}],"nextToken":""}""" });

    private static string Period(string period, string status, int version) => $$"""
        {"period":"{{period}}","status":"{{status}}","version":{{version}},"madeAt":"2029-11-04T06:00:00Z","currency":"USD","attributed":2.2,"unattributed":2.7,"billed":4.9,"difference":0,
         "priceVersion":"2026-01-01","completeness":{"bill":"FINAL","trailReadUntil":"2029-11-03","checkedDays":2,"uncheckedDays":1,"meteredBytes":1,"checkedBytes":1,"gap":0} }
        """;

    private const string Lines = """
        {"publisher":{"id":"0197a000-0000-7000-8000-00000000000a","name":"sequencing-core","costCenter":"CC-4711"},"zone":"INTERNET","bytes":64424509440,"requests":1,"refusedBytes":243,
         "refusedRequests":1,"cost":2.2,"currency":"USD","status":"FINAL","isCorrection":false},
        {"zone":"INTERNET","bytes":96636764160,"requests":0,"refusedBytes":0,"refusedRequests":0,"cost":2.7,"currency":"USD","status":"FINAL","isCorrection":false}
        """;
}
