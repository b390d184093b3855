using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.EnforceShare;

public sealed class ConcurrencyTests(Storage storage, Tables tables)
{
    [Fact]
    public async Task A_share_made_analyze_only_while_its_downloads_are_set_up_ends_without_them()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (id, created) = await lab.PublishAsync(isViewRestricted: false);
        var isFirst = true;
        var network = new Network
        {
            Afterwards = async request =>
            {
                if (!request.Is(HttpMethod.Put, "-d1") || !isFirst) return;
                isFirst = false;
                await lab.RestrictAsync(id);
            },
        };
        await using var function = lab.Start(network);
        Assert.Empty(await function.RunAsync([created]));
        Assert.False(isFirst);
        Assert.Single(lab.AccessPointsOf(id));
        await lab.AssertEnforcedAsync(id);
    }

    [Fact]
    public async Task A_share_deleted_while_it_is_set_up_ends_without_access_points()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (id, created) = await lab.PublishAsync(isViewRestricted: false);
        var isFirst = true;
        var network = new Network
        {
            Afterwards = async request =>
            {
                if (!request.Is(HttpMethod.Put, "-a1") || !isFirst) return;
                isFirst = false;
                // Not done while somebody else may still make one of the access points.
                Assert.NotEmpty(await lab.DeliverAsync(await lab.DeleteAsync(id)));
            },
        };
        await using var function = lab.Start(network);
        Assert.Empty(await function.RunAsync([created]));
        Assert.Empty(lab.AccessPointsOf(id));
        await lab.AssertEnforcedAsync(id);
    }

    [Fact]
    public async Task Downloads_are_not_set_up_once_the_share_is_analyze_only()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (id, created) = await lab.PublishAsync(isViewRestricted: false);
        var network = new Network { Afterwards = request => request.Is(HttpMethod.Put, "-a1/policy") ? lab.RestrictAsync(id) : Task.CompletedTask };
        await using var function = lab.Start(network);
        Assert.Empty(await function.RunAsync([created]));
        Assert.DoesNotContain(network.Calls, call => call.StartsWith("PUT", StringComparison.Ordinal) && call.EndsWith("-d1", StringComparison.Ordinal));
        await lab.AssertEnforcedAsync(id);
    }

    [Fact]
    public async Task What_an_overtaken_run_made_before_it_died_goes_when_its_change_is_delivered_again()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (id, created) = await lab.PublishAsync(isViewRestricted: false);
        Network? network = null;
        network = new Network
        {
            Beforehand = async request =>
            {
                if (request.Is(HttpMethod.Put, "-d1")) Assert.NotEmpty(await lab.DeliverAsync(await lab.RestrictAsync(id)));
            },
            Afterwards = request =>
            {
                if (request.Is(HttpMethod.Put, "-d1")) network!.Kill();
                return Task.CompletedTask;
            },
        };
        await using var function = lab.Start(network);
        Assert.Equal([created.SequenceNumber], await function.RunAsync([created]));
        Assert.Equal(2, lab.AccessPointsOf(id).Count);
        Assert.Empty(await lab.DeliverAsync(created));
        await lab.AssertEnforcedAsync(id);
    }

    [Fact]
    public async Task Runs_of_the_same_changes_at_the_same_time_agree_in_the_end()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (id, created) = await lab.PublishAsync(isViewRestricted: false);
        var restricted = await lab.RestrictAsync(id);
        var runs = Enumerable.Range(0, 4).Select(_ => RunUntilDoneAsync());
        await Task.WhenAll(runs);
        await lab.AssertEnforcedAsync(id);

        async Task RunUntilDoneAsync()
        {
            for (var delivery = 1; ; delivery++)
            {
                if ((await lab.DeliverAsync(created, restricted)).Count == 0) return;
                Assert.True(delivery < 10);
            }
        }
    }
}
