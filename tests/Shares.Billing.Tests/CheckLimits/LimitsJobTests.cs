using Shares.Billing.Tests.World;
using Shares.Core;
using Shares.Core.Audit;
using Shares.Core.Egress;
using Shares.Core.Egress.Limits;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Sharing;

namespace Shares.Billing.Tests.CheckLimits;

public sealed class LimitsJobTests(Storage storage, Tables tables) : IClassFixture<Tables>
{
    private static readonly DateTimeOffset Now = new(2026, 12, 20, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 12, 20);
    private static readonly ProjectId Publisher = Downloads.Publisher(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(799, 0, false)]
    [InlineData(800, 1, false)]
    [InlineData(999, 1, false)]
    [InlineData(1000, 2, true)]
    [InlineData(5000, 2, true)]
    public async Task Administrators_are_told_at_80_and_at_100_per_cent_and_downloads_stop_at_100(long bytes, int told, bool stops)
    {
        await using var office = await OfficeAsync(new(new ByteCount(1000), null, EgressLimitAction.SuspendDownloads));
        await office.DownloadAsync(Publisher, Today, bytes);
        await office.RunAsync(Job.Limits);
        await office.RunAsync(Job.Limits);
        Assert.Equal((told, stops), (office.Aws.Published.Count, await IsSuspendedAsync(office)));
    }

    [Fact]
    public async Task A_limit_that_only_tells_stops_nothing()
    {
        await using var office = await OfficeAsync(new(new ByteCount(1000), null, EgressLimitAction.Notify));
        await office.DownloadAsync(Publisher, Today, 1000);
        await office.RunAsync(Job.Limits);
        Assert.False(await IsSuspendedAsync(office));
        Assert.Contains("Downloads go on.", office.Aws.Published.Last().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_in_money_is_held_against_the_rate_that_the_account_pays()
    {
        // 200 GB of the account, of which 100 are free: 9 dollars, and 4.50 for the share's half.
        await using var office = await OfficeAsync(new(null, 4.50m, EgressLimitAction.SuspendDownloads));
        await office.DownloadAsync(Publisher, Today, 100 * Office.Gigabyte);
        await office.RunAsync(Job.Limits);
        Assert.Empty(office.Aws.Published);
        await office.DownloadAsync(Downloads.Publisher(2), Today, 100 * Office.Gigabyte, share: 2);
        await office.RunAsync(Job.Statements);
        await office.RunAsync(Job.Limits);
        Assert.True(await IsSuspendedAsync(office));
    }

    [Fact]
    public async Task Only_what_leaves_the_Region_in_this_month_through_this_share_counts()
    {
        await using var office = await OfficeAsync(new(new ByteCount(1000), null, EgressLimitAction.SuspendDownloads));
        await office.DownloadAsync(Publisher, Today, 5000, zone: TransferZone.SameRegion);
        await office.DownloadAsync(Publisher, new(2026, 11, 30), 5000);
        await office.DownloadAsync(Publisher, Today, 5000, share: 2);
        await office.DownloadAsync(Publisher, Today, 799);
        await office.RunAsync(Job.Limits);
        Assert.Empty(office.Aws.Published);
        await office.DownloadAsync(Publisher, Today, 201, zone: TransferZone.CrossRegion);
        await office.RunAsync(Job.Limits);
        Assert.True(await IsSuspendedAsync(office));
    }

    [Fact]
    public async Task At_the_years_end_downloads_go_on_and_the_new_month_is_told_of_anew()
    {
        await using var office = await OfficeAsync(new(new ByteCount(1000), null, EgressLimitAction.SuspendDownloads));
        await office.DownloadAsync(Publisher, Today, 1000);
        await office.RunAsync(Job.Limits);
        office.Time.SetUtcNow(new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await office.RunAsync(Job.Limits);
        Assert.Equal((false, 2), (await IsSuspendedAsync(office), office.Aws.Published.Count));
        await office.DownloadAsync(Publisher, new(2027, 1, 1), 900);
        await office.RunAsync(Job.Limits);
        Assert.Equal(3, office.Aws.Published.Count);
    }

    [Fact]
    public async Task A_limit_that_was_raised_is_another_one_to_tell_of()
    {
        await using var office = await OfficeAsync(new(new ByteCount(1000), null, EgressLimitAction.Notify));
        await office.DownloadAsync(Publisher, Today, 1000);
        await office.RunAsync(Job.Limits);
        await office.Of<ShareStore>().ChangeLimitAsync(
            Downloads.Share(1), null, Actor.System("test"), null, share => Task.FromResult<Result<Share>>(share.Limit(new(new ByteCount(1200), null, EgressLimitAction.Notify), default)), Ct);
        await office.RunAsync(Job.Limits);
        Assert.Equal(3, office.Aws.Published.Count);
    }

    [Fact]
    public async Task While_nobody_can_be_told_downloads_stop_all_the_same_and_it_is_told_later()
    {
        await using var office = await OfficeAsync(new(new ByteCount(1000), null, EgressLimitAction.SuspendDownloads));
        await office.DownloadAsync(Publisher, Today, 1000);
        office.Aws.Out["sns"] = true;
        await Assert.ThrowsAsync<JobFailedException>(() => office.RunAsync(Job.Limits));
        Assert.True(await IsSuspendedAsync(office));
        office.Aws.Out.Clear();
        await office.RunAsync(Job.Limits);
        Assert.Equal(2, office.Aws.Published.Count);
    }

    [Fact]
    public async Task Runs_side_by_side_tell_each_step_once()
    {
        await using var office = await OfficeAsync(new(new ByteCount(1000), null, EgressLimitAction.SuspendDownloads));
        await office.DownloadAsync(Publisher, Today, 1000);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => office.RunAsync(Job.Limits)));
        Assert.Equal((2, true), (office.Aws.Published.Select(told => told.Subject).Distinct().Count(), await IsSuspendedAsync(office)));
        Assert.Equal(2, office.Aws.Published.Count);
    }

    [Fact]
    public async Task It_may_die_after_any_call_to_the_table_and_every_step_is_told_in_the_end()
    {
        await using var office = await OfficeAsync(new(new ByteCount(1000), null, EgressLimitAction.SuspendDownloads));
        await office.DownloadAsync(Publisher, Today, 1000);
        Assert.True(await office.CrashEverywhereAsync(Job.Limits) > 5);
        office.Time.Advance(TimeSpan.FromMinutes(16));
        await office.RunAsync(Job.Limits);
        Assert.Equal((2, true), (office.Aws.Published.Select(told => told.Subject).Distinct().Count(), await IsSuspendedAsync(office)));
    }

    private async Task<Office> OfficeAsync(EgressLimit limit)
    {
        var office = await Office.OpenAsync(storage, tables, Now);
        await office.PublishAsync(1, limit);
        return office;
    }

    private static async Task<bool> IsSuspendedAsync(Office office) => (await office.Of<ShareStore>().FindAsync(Downloads.Share(1), Ct))!.Suspension is not null;
}
