using System.Net;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Streams;
using Shares.Provisioning.Tests.World;
using static Shares.Provisioning.Tests.World.Revoking;

namespace Shares.Provisioning.Tests.Revoking;

/// <summary>Whatever goes wrong on the way, a revocation is in storage before anything counts as enforced again, and never forgotten.</summary>
public sealed class RevokingFailureTests(Storage storage, Tables tables) : IClassFixture<Storage>, IClassFixture<Tables>
{
    private const int MoreCallsThanAnyChangeTakes = 100;

    private readonly ProjectId _project = New<ProjectId>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_revocation_survives_a_stop_after_every_call()
    {
        var stops = 0;
        for (var calls = 1; calls < MoreCallsThanAnyChangeTakes; calls++)
        {
            var (lab, share, change) = await RevokedAsync();
            var network = new Network { DiesAfter = calls };
            await using var function = lab.Start(network);
            var undone = await function.RunAsync([change]);
            await AssertNotEnforcedWithoutAsync(lab, share, undone.Count > 0);
            Assert.Empty(await lab.DeliverAsync(change));
            await lab.AssertEnforcedAsync(share);
            Assert.Contains(_project.Hex(), lab.Conditions(share, AccessPointKind.Download), StringComparison.Ordinal);
            if (!network.IsDead) break;
            stops++;
        }

        Assert.InRange(stops, 5, MoreCallsThanAnyChangeTakes - 2);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "SlowDown")]
    [InlineData(HttpStatusCode.InternalServerError, "InternalError")]
    [InlineData(HttpStatusCode.Forbidden, "AccessDenied")]
    public async Task A_revocation_that_S3_refuses_is_on_record_with_the_reason_and_made_later(HttpStatusCode status, string code)
    {
        var (lab, share, change) = await RevokedAsync();
        await using (var function = lab.Start(new Network { Instead = r => r.Is(HttpMethod.Put, "/policy") ? Replies.Error(status, code) : null }))
            await function.RunAsync([change]);
        var record = (await lab.Enforcements.FindAsync(share, Ct))!;
        Assert.NotEqual(EnforcementState.Enforced, record.State);
        Assert.Contains(code, record.Reason, StringComparison.Ordinal);
        Assert.Equal(1, record.Revocations.Count);

        // The change is never delivered again; the schedule does it.
        await using var later = lab.Start(later: TimeSpan.FromMinutes(56));
        await later.VerifyAsync();
        Assert.Contains(_project.Hex(), lab.Conditions(share, AccessPointKind.Analyze), StringComparison.Ordinal);
        await lab.AssertEnforcedAsync(share);
    }

    [Fact]
    public async Task A_policy_whose_answer_is_lost_is_read_back_and_no_obstacle()
    {
        var (lab, share, change) = await RevokedAsync();
        var isFirst = true;
        var network = new Network
        {
            Afterwards = request =>
            {
                if (!request.Is(HttpMethod.Put, "/policy") || !isFirst) return Task.CompletedTask;
                isFirst = false;
                throw new HttpRequestException("The connection was lost.");
            },
        };
        await using var function = lab.Start(network);
        Assert.Empty(await function.RunAsync([change]));
        await lab.AssertEnforcedAsync(share);
    }

    [Fact]
    public async Task While_the_policy_without_the_revocation_is_read_nothing_counts_as_enforced()
    {
        var (lab, share, change) = await RevokedAsync();
        var old = storage.AccessPoints.Find(lab.AccessPointsOf(share)[0])!.Policy!;
        await using (var function = lab.Start(new Network { Instead = r => r.Is(HttpMethod.Get, "-a1/policy") ? Replies.Policy(old) : null }))
            Assert.Equal([change.SequenceNumber], await function.RunAsync([change]));
        Assert.Equal(EnforcementState.Pending, (await lab.Enforcements.FindAsync(share, Ct))!.State);
        Assert.Empty(await lab.DeliverAsync(change));
        await lab.AssertEnforcedAsync(share);
    }

    [Fact]
    public async Task A_second_revocation_during_the_first_is_in_storage_before_the_share_counts_as_enforced()
    {
        var (lab, share, change) = await RevokedAsync();
        var other = New<ProjectId>();
        var isFirst = true;
        var network = new Network
        {
            Afterwards = async request =>
            {
                if (!request.Is(HttpMethod.Put, "-a1/policy") || !isFirst) return;
                isFirst = false;
                var second = await lab.AskAsync(share, new Revoked.Subscriber(other));
                // The first run is at work still, so the second must not say that all is done.
                Assert.Equal([second.SequenceNumber], await lab.DeliverAsync(second));
                Assert.Equal(EnforcementState.Pending, (await lab.Enforcements.FindAsync(share, Ct))!.State);
            },
        };
        await using var function = lab.Start(network);
        Assert.Empty(await function.RunAsync([change]));
        await lab.AssertEnforcedAsync(share);
        Assert.Contains(_project.Hex(), lab.Conditions(share, AccessPointKind.Analyze), StringComparison.Ordinal);
        Assert.Contains(other.Hex(), lab.Conditions(share, AccessPointKind.Analyze), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_died_with_an_older_policy_under_way_keeps_the_share_pending_until_somebody_has_looked_again()
    {
        var (lab, share, change) = await RevokedAsync();
        var before = storage.AccessPoints.Find(lab.AccessPointsOf(share)[0])!.Policy;
        Network? network = null;
        network = new Network
        {
            Beforehand = async request =>
            {
                if (!request.Is(HttpMethod.Put, "-a1/policy")) return;
                var second = await lab.AskAsync(share, new Revoked.Subscriber(New<ProjectId>()));
                Assert.NotEmpty(await lab.DeliverAsync(second));
            },
            Afterwards = request =>
            {
                if (request.Is(HttpMethod.Put, "-a1/policy")) network!.Kill();
                return Task.CompletedTask;
            },
        };
        await using (var function = lab.Start(network)) Assert.NotEmpty(await function.RunAsync([change]));
        Assert.NotEqual(before, storage.AccessPoints.Find(lab.AccessPointsOf(share)[0])!.Policy);
        Assert.Equal(EnforcementState.Pending, (await lab.Shares.FindAsync(share, Ct))!.Enforcement.State);
        Assert.Empty(await lab.DeliverAsync(change));
        await lab.AssertEnforcedAsync(share);
        Assert.Equal(2, (await lab.RevocationsAsync(share)).Count);
    }

    [Fact]
    public async Task A_request_whose_change_was_given_up_on_is_found_by_the_schedule()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: true);
        await lab.AskAsync(share, new Revoked.Subscriber(_project));
        await using var function = lab.Start(later: TimeSpan.FromMinutes(56));
        await function.VerifyAsync();
        Assert.Contains(_project.Hex(), lab.Conditions(share, AccessPointKind.Analyze), StringComparison.Ordinal);
        Assert.Empty((await lab.Enforcements.ReadAsync(share, Ct)).Requests);
    }

    [Fact]
    public async Task A_change_that_storage_keeps_refusing_is_left_to_the_schedule_after_a_while_and_holds_up_nobody()
    {
        var (lab, share, change) = await RevokedAsync();
        Network Outage() => new() { Instead = r => r.RequestUri!.AbsolutePath.Contains("accesspoint", StringComparison.Ordinal) ? Replies.Error(HttpStatusCode.InternalServerError, "InternalError") : null };
        await using (var early = lab.Start(Outage(), later: TimeSpan.FromMinutes(10))) Assert.NotEmpty(await early.RunAsync([change]));
        await using (var late = lab.Start(Outage(), later: TimeSpan.FromMinutes(16))) Assert.Empty(await late.RunAsync([change]));
        Assert.Equal(1, (await lab.RevocationsAsync(share)).Count);
    }

    private static async Task AssertNotEnforcedWithoutAsync(Lab lab, ShareId share, bool isUndone)
    {
        var record = (await lab.Enforcements.FindAsync(share, Ct))!;
        Assert.False(record.State == EnforcementState.Enforced && record.Revocations.Count > 0 && lab.Refusals(share, AccessPointKind.Download).Count == 0);
        Assert.True(isUndone || record.Revocations.Count > 0);
    }

    private async Task<(Lab Lab, ShareId Share, TableStreamRecord Change)> RevokedAsync()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: false, null, _project);
        await lab.SubscribeAsync(share, _project);
        return (lab, share, await lab.UnsubscribeAsync(share, _project));
    }
}
