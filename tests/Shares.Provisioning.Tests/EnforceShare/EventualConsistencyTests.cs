using System.Net;
using Shares.Core.Sharing;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.EnforceShare;

public sealed class EventualConsistencyTests(Storage storage, Tables tables)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_access_point_that_S3_does_not_show_at_once_is_waited_for()
    {
        await AssertConvergesAsync(Replies.First(3, r => r.Is(HttpMethod.Get, "-a1"), () => Replies.Error(HttpStatusCode.NotFound, "NoSuchAccessPoint")));
    }

    [Fact]
    public async Task A_policy_that_a_fresh_access_point_refuses_is_put_again()
    {
        await AssertConvergesAsync(Replies.First(3, r => r.Is(HttpMethod.Put, "/policy"), () => Replies.Error(HttpStatusCode.NotFound, "NoSuchAccessPoint")));
    }

    [Fact]
    public async Task A_policy_that_is_not_readable_at_once_is_waited_for()
    {
        await AssertConvergesAsync(Replies.First(3, r => r.Is(HttpMethod.Get, "/policy"), () => Replies.Error(HttpStatusCode.NotFound, "NoSuchAccessPointPolicy")));
    }

    [Fact]
    public async Task A_creation_whose_answer_is_lost_is_no_obstacle()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (id, change) = await lab.PublishAsync(isViewRestricted: true);
        var isFirst = true;
        var network = new Network
        {
            Afterwards = request =>
            {
                if (!request.Is(HttpMethod.Put, "-a1") || !isFirst) return Task.CompletedTask;
                isFirst = false;
                throw new HttpRequestException("The connection was lost.");
            },
        };
        await using var function = lab.Start(network);
        Assert.Empty(await function.RunAsync([change]));
        await lab.AssertEnforcedAsync(id);
    }

    [Fact]
    public async Task While_the_old_policy_is_read_nothing_counts_as_enforced()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var now = TimeProvider.System.GetUtcNow();
        var id = await lab.PublishedAsync(isViewRestricted: true, expiresAt: now.AddDays(30));
        var old = (await lab.DesiredAsync(id)).Single().Policy;
        var change = await lab.EditAsync(id, share => share with { ExpiresAt = now.AddDays(1) });
        await using var function = lab.Start(new Network { Instead = request => request.Is(HttpMethod.Get, "/policy") ? Replies.Policy(old) : null });
        Assert.Equal([change.SequenceNumber], await function.RunAsync([change]));
        var recorded = await lab.Enforcements.FindAsync(id, Ct);
        Assert.Equal(EnforcementState.Pending, recorded!.State);
        Assert.Contains("does not show yet", recorded.Reason, StringComparison.Ordinal);

        Assert.Empty(await lab.DeliverAsync(change));
        await lab.AssertEnforcedAsync(id);
    }

    [Fact]
    public async Task While_a_deleted_access_point_is_still_shown_nothing_counts_as_enforced()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var id = await lab.PublishedAsync(isViewRestricted: true);
        var change = await lab.DeleteAsync(id);
        var network = new Network { Instead = request => request.Method == HttpMethod.Delete ? new HttpResponseMessage(HttpStatusCode.NoContent) : null };
        await using var function = lab.Start(network);
        Assert.Equal([change.SequenceNumber], await function.RunAsync([change]));
        Assert.NotEmpty((await lab.Enforcements.FindAsync(id, Ct))!.AccessPoints);
    }

    private async Task AssertConvergesAsync(Func<HttpRequestMessage, HttpResponseMessage?> instead)
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (id, change) = await lab.PublishAsync(isViewRestricted: true);
        await using var function = lab.Start(new Network { Instead = instead });
        Assert.Empty(await function.RunAsync([change]));
        await lab.AssertEnforcedAsync(id);
    }
}
