using System.Globalization;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Egress;

/// <summary>From bytes that were served to what finance sees, on the running system.</summary>
public sealed class EgressReportTests(LocalCloud cloud)
{
    private const int Size = 50_000;

    [Fact]
    public async Task The_report_has_exactly_the_bytes_that_were_served_by_route_and_zone_and_what_they_cost()
    {
        var (world, share, dataset) = await SharedAsync();
        var url = await world.PresignAsync(world.LabMember, dataset);
        Assert.Equal(Size, await world.ReadAsync(url));
        Assert.Equal(10_000, await world.ReadRangeAsync(url, 0, 9_999));
        Assert.Equal(1, await world.ReadRangeAsync(url, 49_999, 49_999));
        Assert.Equal(Size, await world.ReadWithCredentialsAsync(dataset));
        Assert.Equal(Size, await world.ReadInPipelineAsync(dataset));
        var finance = await Finance.SignInAsync(cloud);

        var lines = await finance.LinesAsync(share, lines => lines.Sum(line => (long)line["requests"]!) == 5);

        Assert.Equal(
            [("CREDENTIALS", "INTERNET", 1, Size), ("PIPELINE", "SAME_REGION", 1, Size), ("PRESIGNED_URL", "INTERNET", 3, Size + 10_001L)],
            lines.Select(line => ((string)line["route"]!, (string)line["zone"]!, (long)line["requests"]!, (long)line["bytes"]!)).Order());
        Assert.All(lines, line => Assert.Equal((world.Publisher, world.Lab, dataset.Id), ((string)line["publisher"]!["id"]!, (string)line["subscriber"]!["id"]!, (string)line["dataset"]!["id"]!)));
        Assert.All(lines.Where(line => (string?)line["zone"] == "INTERNET"), line =>
        {
            Assert.Equal("lab-member", (string?)line["principal"]);
            Assert.Equal((long)line["bytes"]! * 0.09m / (1L << 30), (decimal)line["listCost"]!);
        });
        Assert.Equal(0m, (decimal)lines.Single(line => (string?)line["route"] == "PIPELINE")["cost"]!);
    }

    [Fact]
    public async Task A_download_that_was_given_up_counts_as_what_was_sent_of_it()
    {
        const int large = 64 << 20;
        var (world, share, dataset) = await SharedAsync(large);
        await world.AbortAsync(await world.PresignAsync(world.LabViewer, dataset), after: 1 << 20);

        var line = Assert.Single(await (await Finance.SignInAsync(cloud)).LinesAsync(share, lines => lines.Count > 0));

        Assert.Equal(("lab-viewer", 1), ((string?)line["principal"], (long)line["requests"]!));
        Assert.InRange((long)line["bytes"]!, 1 << 20, large - 1);
    }

    [Fact]
    public async Task Finance_pulls_three_formats_that_say_the_same_and_nobody_else_gets_any()
    {
        var (world, share, dataset) = await SharedAsync();
        await world.ReadAsync(await world.PresignAsync(world.LabMember, dataset));
        var finance = await Finance.SignInAsync(cloud);
        var line = Assert.Single(await finance.LinesAsync(share, lines => lines.Count > 0));

        var people = (await finance.Client.GetAsync(Finance.Report("csv"))).Expect(200).Text;
        var focus = (await finance.Client.GetAsync(Finance.Report("focus"))).Expect(200).Text;

        var gigabytes = decimal.Round(Size / (decimal)(1L << 30), 10).ToString(CultureInfo.InvariantCulture);
        Assert.Contains(people.Split("\r\n"), row => row.Contains($"{world.ShareName()},immunology-lab,1,{gigabytes},0,0,", StringComparison.Ordinal));
        Assert.Contains(focus.Split("\r\n"), row => row.Contains($"us-east-1,{Size},B,", StringComparison.Ordinal) && row.Contains($"{share},", StringComparison.Ordinal)
            && row.Contains(",lab-member,PRESIGNED_URL,INTERNET,1,HIGH,ESTIMATED", StringComparison.Ordinal));
        Assert.Equal(Size, (long)line["bytes"]!);
        var months = (await finance.Client.GetAsync("/api/reports/egress/periods")).Expect(200)["data"].AsArray();
        Assert.Equal("ESTIMATED", (string?)months.Single(month => (string?)month!["period"] == Finance.Month)!["status"]);

        var role = await World.PipelineAsync(cloud, "finance");
        (await role.GetAsync(Finance.Report("csv").Replace("/api/", "/iam/", StringComparison.Ordinal))).Expect(200);
        foreach (var other in new[] { world.CoreAdmin, world.LabAdmin, world.LabViewer, world.Outsider, await cloud.SignInAsync("platform-admin") })
        {
            foreach (var format in new[] { "json", "csv", "focus" }) (await other.GetAsync(Finance.Report(format))).ExpectError(403, "ROLE_TOO_LOW");
            (await other.GetAsync("/api/reports/egress/periods")).ExpectError(403, "ROLE_TOO_LOW");
        }

        (await world.LabPipeline.GetAsync(Finance.Report().Replace("/api/", "/iam/", StringComparison.Ordinal))).ExpectError(403, "ROLE_TOO_LOW");
    }

    [Fact]
    public async Task The_publisher_sees_what_a_share_costs_and_a_collaborator_of_the_subscriber_sees_no_cost_anywhere()
    {
        var (world, share, dataset) = await SharedAsync();
        await world.ReadAsync(await world.PresignAsync(world.LabViewer, dataset));
        var finance = await Finance.SignInAsync(cloud);
        await finance.LinesAsync(share, lines => lines.Count > 0);

        (await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/egress?groupBy=share")).Expect(200);
        Assert.Equal(404, (await world.LabViewer.GetAsync($"/api/projects/{world.Publisher}/egress")).Status);
        Assert.Equal(404, (await world.LabViewer.GetAsync($"/api/projects/{world.Publisher}/shares/{share}/egress-limit")).Status);
        (await world.LabViewer.GetAsync($"/api/projects/{world.Lab}/shares/{share}/egress-limit")).ExpectError(403, "ROLE_TOO_LOW");
        var own = (await world.LabViewer.GetAsync($"/api/projects/{world.Lab}/egress")).Expect(200);
        Assert.DoesNotContain(share, own.Text, StringComparison.Ordinal);
        foreach (var path in new[] { $"shares/{share}", "shares", $"datasets/{dataset.Id}", $"shares/{share}/datasets" })
            Assert.DoesNotContain("cost", (await world.LabViewer.GetAsync($"/api/projects/{world.Lab}/{path}")).Expect(200).Text, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<(World World, string Share, UploadedDataset Dataset)> SharedAsync(int size = Size)
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var dataset = await world.UploadAsync("Run 1", size, world.Tag());
        var share = await world.ShareAsync(world.Tag(), isViewRestricted: false);
        await world.SubscribeAsync(share);
        return (world, share, dataset);
    }
}

internal static class Names
{
    /// <summary>This test's own, so that its row in the table for people is found.</summary>
    public static string Tag(this World world) => $"tag {world.Publisher}";

    public static string ShareName(this World world) => (string)world.Input(world.Tag(), false)["name"]!;
}
