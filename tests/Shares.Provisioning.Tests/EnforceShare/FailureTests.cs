using System.Net;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.EnforceShare;

public sealed class FailureTests(Storage storage, Tables tables)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bucket_that_is_gone_is_named_as_the_reason_and_holds_up_nobody()
    {
        var lab = await Lab.OpenAsync(storage, tables, withBucket: false);
        var (id, change) = await lab.PublishAsync(isViewRestricted: true);
        Assert.Empty(await lab.DeliverAsync(change));
        await AssertStateAsync(lab, id, EnforcementState.Failed, lab.Bucket);
    }

    [Fact]
    public async Task A_bucket_that_is_still_being_made_is_waited_for()
    {
        var lab = await Lab.OpenAsync(storage, tables, ProjectStatus.Pending, withBucket: false);
        var (id, change) = await lab.PublishAsync(isViewRestricted: true);
        Assert.Equal([change.SequenceNumber], await lab.DeliverAsync(change));
        await AssertStateAsync(lab, id, EnforcementState.Pending, lab.Bucket);
        storage.Buckets.Create(lab.Bucket);
        Assert.Empty(await lab.DeliverAsync(change));
        await lab.AssertEnforcedAsync(id);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "SlowDown", true)]
    [InlineData(HttpStatusCode.Forbidden, "AccessDenied", false)]
    public async Task What_S3_refuses_is_recorded_with_its_reason(HttpStatusCode status, string code, bool mayPass)
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (id, change) = await lab.PublishAsync(isViewRestricted: true);
        var network = new Network { Instead = request => request.Is(HttpMethod.Put, "-a1") ? Replies.Error(status, code) : null };
        await using var function = lab.Start(network);
        Assert.Equal(mayPass ? [change.SequenceNumber] : [], await function.RunAsync([change]));
        await AssertStateAsync(lab, id, mayPass ? EnforcementState.Pending : EnforcementState.Failed, code);
        await lab.AssertNothingForgottenAsync(id);

        var next = await lab.EditAsync(id, share => share with { Description = "Once more" });
        Assert.Empty(await lab.DeliverAsync(change, next));
        await lab.AssertEnforcedAsync(id);
    }

    [Fact]
    public async Task A_restriction_is_made_although_what_comes_after_it_fails()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var id = await lab.PublishedAsync(isViewRestricted: false);
        var change = await lab.RestrictAsync(id);
        var network = new Network
        {
            Instead = request => request.Is(HttpMethod.Get, "?policy") || request.Is(HttpMethod.Get, "-a1") ? Replies.Error(HttpStatusCode.InternalServerError, "InternalError") : null,
        };
        await using var function = lab.Start(network);
        Assert.Equal([change.SequenceNumber], await function.RunAsync([change]));
        Assert.Equal([new AccessPointName(id, AccessPointKind.Analyze, 1).ToString()], lab.AccessPointsOf(id));
    }

    [Fact]
    public async Task An_access_point_that_cannot_be_deleted_stays_on_record()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var id = await lab.PublishedAsync(isViewRestricted: true);
        var change = await lab.DeleteAsync(id);
        var network = new Network
        {
            Instead = request => request.Method == HttpMethod.Delete ? Replies.Error(HttpStatusCode.ServiceUnavailable, "SlowDown") : null,
        };
        await using var function = lab.Start(network);
        Assert.Equal([change.SequenceNumber], await function.RunAsync([change]));
        var recorded = await lab.Enforcements.FindAsync(id, Ct);
        Assert.Equal([new AccessPointName(id, AccessPointKind.Analyze, 1)], recorded!.AccessPoints);
        Assert.Contains("SlowDown", recorded.Reason, StringComparison.Ordinal);
        Assert.Empty(await lab.DeliverAsync(change));
        await lab.AssertEnforcedAsync(id);
    }

    [Fact]
    public async Task A_run_without_enough_time_leaves_the_rest_to_the_next_one()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (id, change) = await lab.PublishAsync(isViewRestricted: true);
        await using var function = lab.Start();
        Assert.Equal([change.SequenceNumber], await function.RunAsync([change], time: TimeSpan.FromSeconds(1)));
        Assert.Empty(lab.AccessPointsOf(id));
        Assert.Empty(await lab.DeliverAsync(change));
        await lab.AssertEnforcedAsync(id);
    }

    private static async Task AssertStateAsync(Lab lab, ShareId id, EnforcementState state, string reason)
    {
        var recorded = await lab.Enforcements.FindAsync(id, Ct);
        Assert.Equal((state, state), (recorded!.State, (await lab.Shares.FindAsync(id, Ct))!.Enforcement.State));
        Assert.Contains(reason, recorded.Reason, StringComparison.Ordinal);
        Assert.Null(recorded.EffectiveAt);
    }
}
