using CsCheck;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Sharing;

namespace Shares.Core.Tests.Egress.Limits;

public sealed class DownloadLimitingTests
{
    private static readonly BillingPeriod November = BillingPeriod.Of(Some.Now);
    private static readonly BillingPeriod December = November.Next;
    private static readonly EgressLimit Stops = new(new ByteCount(1000), null, EgressLimitAction.SuspendDownloads);
    private static readonly EgressLimit Tells = new(new ByteCount(1000), null, EgressLimitAction.Notify);
    private static readonly Share Open = Some.Share(isViewRestricted: false) with { EgressLimit = Stops };
    private static readonly Share Suspended = Open.Suspend(Stops, November, Some.Now)!;

    /// <summary>A share, the limit that was found to be reached in November, and whether downloads are suspended by that.</summary>
    public static TheoryData<string, Share, EgressLimit, bool> Suspending => new()
    {
        { "A limit that is reached suspends downloads", Open, Stops, true },
        { "A limit that only tells suspends nothing", Open with { EgressLimit = Tells }, Tells, false },
        { "A limit that was raised meanwhile suspends nothing", Open with { EgressLimit = new(new ByteCount(1001), null, EgressLimitAction.SuspendDownloads) }, Stops, false },
        { "A limit that was removed meanwhile suspends nothing", Open with { EgressLimit = null }, Stops, false },
        { "What an administrator has lifted for the month is not suspended in it again", Open with { LiftedPeriod = November }, Stops, false },
        { "What was lifted in the month before is suspended in the next", Open with { LiftedPeriod = November.Previous }, Stops, true },
        { "What is suspended for the month already stays as it is", Suspended, Stops, false },
        { "What is suspended for a later month stays as it is", Open with { Suspension = new(December, Some.Now) }, Stops, false },
        { "What is still suspended for an earlier month is suspended for this one", Open with { Suspension = new(November.Previous, Some.Now) }, Stops, true },
        { "An analyze-only share is suspended too, for when downloads are allowed", Open with { IsViewRestricted = true }, Stops, true },
    };

    [Theory]
    [MemberData(nameof(Suspending))]
    public void Downloads_are_suspended_as_the_rule_says(string rule, Share share, EgressLimit reached, bool isSuspended)
    {
        var next = share.Suspend(reached, November, Some.Now);
        Assert.True(isSuspended == next is not null, rule);
        if (next is not null) Assert.Equal((new DownloadSuspension(November, Some.Now), false), (next.Suspension, next.AllowsDownloads));
    }

    [Fact]
    public void Suspended_downloads_come_back_by_an_access_point_of_another_name()
    {
        Assert.Equal((2, 2), (Suspended.DownloadGeneration, Suspended.ResumeIn(December)!.DownloadGeneration));
        Assert.True(Suspended.ResumeIn(December)!.AllowsDownloads);
    }

    [Fact]
    public void Becoming_suspended_while_analyze_only_costs_no_access_point() =>
        Assert.Equal(1, (Open with { IsViewRestricted = true }).Suspend(Stops, November, Some.Now)!.DownloadGeneration);

    [Fact]
    public void Downloads_go_on_only_when_their_month_is_over()
    {
        Assert.Null(Suspended.ResumeIn(November));
        Assert.Null(Suspended.ResumeIn(November.Previous));
        Assert.Null(Open.ResumeIn(December));
    }

    [Fact]
    public void A_lifted_suspension_does_not_come_back_in_its_month_but_may_in_the_next()
    {
        var lifted = Suspended.LiftFor(November);
        Assert.True(lifted.AllowsDownloads);
        Assert.Null(lifted.Suspend(Stops, November, Some.Now));
        Assert.NotNull(lifted.Suspend(Stops, December, Some.Now));
    }

    /// <summary>The new limit of a share that is suspended with 1,000 bytes and 5 dollars used, and whether downloads go on.</summary>
    public static TheoryData<string, EgressLimit?, bool> Limits => new()
    {
        { "Without a limit downloads go on", null, true },
        { "With a limit above what is used downloads go on", new(new ByteCount(1001), null, EgressLimitAction.SuspendDownloads), true },
        { "With a limit at what is used downloads stay suspended", new(new ByteCount(1000), 100, EgressLimitAction.SuspendDownloads), false },
        { "With a limit below what is used downloads stay suspended", new(new ByteCount(1), null, EgressLimitAction.SuspendDownloads), false },
        { "With a limit in money that is used downloads stay suspended", new(null, 5, EgressLimitAction.SuspendDownloads), false },
        { "With a limit in money above what is used downloads go on", new(null, 5.01m, EgressLimitAction.SuspendDownloads), true },
        { "With a limit that only tells downloads go on", Tells, true },
        { "With the same limit nothing changes", Stops, false },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_new_limit_lets_downloads_go_on_unless_it_is_reached(string rule, EgressLimit? limit, bool goOn)
    {
        var next = Suspended.Limit(limit, new(new ByteCount(1000), 5));
        Assert.True(goOn == next.AllowsDownloads, rule);
        Assert.Equal(limit, next.EgressLimit);
    }

    [Fact]
    public void A_new_limit_holds_although_the_one_before_was_lifted()
    {
        var lifted = Suspended.LiftFor(November);
        Assert.Equal(November, lifted.Limit(Stops, default).LiftedPeriod);
        var lower = new EgressLimit(new ByteCount(10), null, EgressLimitAction.SuspendDownloads);
        Assert.NotNull(lifted.Limit(lower, default).Suspend(lower, November, Some.Now));
    }

    [Fact]
    public void Whatever_happens_to_a_share_no_access_point_serves_downloads_that_were_stopped_once() => Gen
        .Int[0, 5].Array[1, 40]
        .Sample(steps =>
        {
            var (share, period, served) = (Open, November, new HashSet<int>());
            foreach (var step in steps)
            {
                var before = share;
                share = Step(step, share, ref period);
                if (before.AllowsDownloads && !share.AllowsDownloads) Assert.True(served.Add(before.DownloadGeneration), "stopped twice");
                if (share.AllowsDownloads) Assert.DoesNotContain(share.DownloadGeneration, served);
                Assert.True(share.DownloadGeneration >= before.DownloadGeneration);
            }
        });

    private static Share Step(int step, Share share, ref BillingPeriod period)
    {
        if (step == 3) period = period.Next;
        return step switch
        {
            0 => share.Suspend(Stops, period, Some.Now) ?? share,
            1 => share.LiftFor(period),
            2 => share.Limit(share.EgressLimit is null ? Stops : null, new(new ByteCount(2000), 0)),
            3 => share.ResumeIn(period) ?? share,
            4 => (share with { IsViewRestricted = true }).After(share),
            _ => (share with { IsViewRestricted = false }).After(share),
        };
    }
}
