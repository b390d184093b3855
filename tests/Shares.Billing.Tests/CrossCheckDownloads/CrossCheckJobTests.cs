using Shares.Billing.Tests.World;
using Shares.Core;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.CrossChecks;
using Shares.Core.Enforcing;
using Shares.Data.Egress;

namespace Shares.Billing.Tests.CrossCheckDownloads;

public sealed class CrossCheckJobTests(Storage storage, Tables tables) : IClassFixture<Tables>
{
    private static readonly DateTimeOffset Now = new(2027, 1, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Yesterday = new(2026, 12, 31);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_CloudWatch_counted_and_the_ledger_has_stand_side_by_side()
    {
        await using var office = await OfficeAsync();
        await office.DownloadAsync(Downloads.Publisher(1), Yesterday, 700);
        await office.DownloadAsync(Downloads.Publisher(1), Yesterday, 9_000, route: AccessRoute.Pipeline);
        office.Aws.Metrics[(Name(2), Yesterday)] = 600;
        office.Aws.Metrics[(Name(1), Yesterday)] = 400;
        await office.RunAsync(Job.CrossCheck);
        Assert.Equal(new CrossCheck(Downloads.Share(1), Yesterday, new ByteCount(1000), new ByteCount(700), Now), await CheckAsync(office, Yesterday));
        Assert.Equal(300, (await CheckAsync(office, Yesterday))!.Gap);
    }

    [Fact]
    public async Task A_gap_changes_no_number_of_the_ledger()
    {
        await using var office = await OfficeAsync();
        await office.DownloadAsync(Downloads.Publisher(1), Yesterday, 700);
        var before = await office.SumAsync(BillingPeriod.Of(Yesterday));
        office.Aws.Metrics[(Name(2), Yesterday)] = 1_000_000;
        await office.RunAsync(Job.CrossCheck);
        Assert.Equal(before, await office.SumAsync(BillingPeriod.Of(Yesterday)));
    }

    [Fact]
    public async Task A_gap_that_stays_until_the_third_day_is_measured()
    {
        await using var office = await OfficeAsync();
        await office.DownloadAsync(Downloads.Publisher(1), Yesterday.AddDays(-2), 900);
        office.Aws.Metrics[(Name(2), Yesterday.AddDays(-2))] = 1000;
        var output = await office.RunAsync(Job.CrossCheck);
        Assert.Contains("\"CrossCheckGap\":[100]", output, StringComparison.Ordinal);
        Assert.Contains("\"CrossCheckGapPercent\":[10]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CloudWatch_is_not_asked_again_of_a_day_that_is_complete_and_the_ledger_is()
    {
        await using var office = await OfficeAsync();
        office.Aws.Metrics[(Name(2), Yesterday)] = 1000;
        await office.RunAsync(Job.CrossCheck);
        var asked = office.Aws.MetricQuestions;
        await office.DownloadAsync(Downloads.Publisher(1), Yesterday, 1000);
        await office.RunAsync(Job.CrossCheck);
        Assert.Equal((asked, 0L), (office.Aws.MetricQuestions, (await CheckAsync(office, Yesterday))!.Gap!.Value));
    }

    [Fact]
    public async Task A_day_without_metrics_is_told_from_one_without_downloads()
    {
        await using var office = await OfficeAsync();
        await office.DownloadAsync(Downloads.Publisher(1), Yesterday.AddDays(-2), 900);
        Assert.Contains("\"CrossCheckWithoutMetrics\":[1]", await office.RunAsync(Job.CrossCheck), StringComparison.Ordinal);
        Assert.Null((await CheckAsync(office, Yesterday.AddDays(-2)))!.Gap);
        Assert.Equal(new ByteCount(900), (await CheckAsync(office, Yesterday.AddDays(-2)))!.Recorded);
    }

    [Fact]
    public async Task While_CloudWatch_is_out_the_run_fails_and_what_was_known_stays()
    {
        await using var office = await OfficeAsync();
        office.Aws.Metrics[(Name(2), Yesterday)] = 1000;
        await office.RunAsync(Job.CrossCheck);
        office.Time.Advance(TimeSpan.FromDays(1));
        office.Aws.Out["monitoring"] = true;
        await Assert.ThrowsAsync<JobFailedException>(() => office.RunAsync(Job.CrossCheck));
        Assert.Equal(new ByteCount(1000), (await CheckAsync(office, Yesterday))!.Metered);
        office.Aws.Out.Clear();
        await office.RunAsync(Job.CrossCheck);
    }

    [Fact]
    public async Task It_may_die_after_any_call_to_the_table_and_run_side_by_side()
    {
        await using var office = await OfficeAsync();
        await office.DownloadAsync(Downloads.Publisher(1), Yesterday, 700);
        office.Aws.Metrics[(Name(2), Yesterday)] = 1000;
        Assert.True(await office.CrashEverywhereAsync(Job.CrossCheck) > 3);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => office.RunAsync(Job.CrossCheck)));
        Assert.Equal(300, (await CheckAsync(office, Yesterday))!.Gap);
    }

    /// <summary>With a share of project 1 that was made analyze-only and opened again.</summary>
    private async Task<Office> OfficeAsync()
    {
        var office = await Office.OpenAsync(storage, tables, Now);
        await office.PublishAsync(generation: 2);
        return office;
    }

    private static string Name(int generation) => new AccessPointName(Downloads.Share(1), AccessPointKind.Download, generation).ToString();

    private static async Task<CrossCheck?> CheckAsync(Office office, DateOnly day) => (await office.Of<CrossCheckStore>().OfDayAsync(day, Ct)).SingleOrDefault(check => check.Share == Downloads.Share(1));
}
