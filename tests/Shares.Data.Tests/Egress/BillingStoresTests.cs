using Microsoft.Extensions.Time.Testing;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;
using Shares.Core.Ids;
using Shares.Data.Egress;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Egress;

public sealed class BillingStoresTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private static readonly BillingPeriod Period = BillingPeriod.Parse("2026-12");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_who_would_ask_for_the_bill_one_may_and_then_nobody_for_a_while()
    {
        var (bills, pause) = (new BillStore(fixture.Stores.Table), TimeSpan.FromHours(8));
        var asked = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => bills.MayAskAsync(Now, pause, Ct)));
        Assert.Single(asked, may => may);
        Assert.False(await bills.MayAskAsync(Now + pause - TimeSpan.FromSeconds(1), pause, Ct));
        Assert.True(await bills.MayAskAsync(Now + pause, pause, Ct));
        await bills.AskAgainAsync(Now + pause + TimeSpan.FromMinutes(30), Ct);
        Assert.True(await bills.MayAskAsync(Now + pause + TimeSpan.FromMinutes(30), pause, Ct));
    }

    [Fact]
    public async Task A_bill_takes_the_place_of_an_older_one_and_of_no_newer()
    {
        var bills = new BillStore(fixture.Stores.Table);
        Assert.Null(await bills.FindAsync(Period, Ct));
        await bills.PutAsync(new Bill(Period, false, Now, []), Ct);
        await bills.PutAsync(new Bill(Period, true, Now.AddMinutes(-1), []), Ct);
        Assert.False((await bills.FindAsync(Period, Ct))!.IsEstimated);
    }

    [Fact]
    public async Task What_is_told_is_told_once_and_what_was_left_untold_again_later()
    {
        var time = new FakeTimeProvider(Now);
        var (notices, share) = (new NoticeStore(fixture.Stores.Table, time), New<ShareId>());
        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => notices.ClaimAsync(Period, share, "WARN80", Ct)));
        Assert.Single(claims, claimed => claimed);
        Assert.True(await notices.ClaimAsync(Period, share, "REACHED", Ct));
        Assert.True(await notices.ClaimAsync(Period.Next, share, "WARN80", Ct));
        await notices.ToldAsync(Period, share, "REACHED", Ct);
        time.Advance(TimeSpan.FromHours(1));
        Assert.True(await notices.ClaimAsync(Period, share, "WARN80", Ct));
        Assert.False(await notices.ClaimAsync(Period, share, "REACHED", Ct));
        await notices.GiveBackAsync(Period, share, "WARN80", Ct);
        Assert.True(await notices.ClaimAsync(Period, share, "WARN80", Ct));
    }

    [Fact]
    public async Task Files_that_were_read_are_known_by_day_and_progress_never_goes_back()
    {
        var files = new TrailFileStore(fixture.Stores.Table, new FakeTimeProvider(Now));
        var day = new DateOnly(2026, 12, 31);
        Assert.Null(await files.FindReadUntilAsync(Ct));
        await files.MarkAsync(day, "one.json.gz", Ct);
        await files.MarkAsync(day, "one.json.gz", Ct);
        await files.MarkAsync(day.AddDays(1), "two.json.gz", Ct);
        Assert.Equal(["one.json.gz"], await files.ReadAsync(day, Ct));
        await files.ReadUntilAsync(day.AddDays(1), Ct);
        await files.ReadUntilAsync(day, Ct);
        Assert.Equal(new DateOnly(2027, 1, 1), await files.FindReadUntilAsync(Ct));
    }
}
