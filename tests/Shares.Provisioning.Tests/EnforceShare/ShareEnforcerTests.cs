using Shares.Core.Enforcing;
using Shares.Core.Sharing;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.EnforceShare;

public sealed class ShareEnforcerTests(Storage storage, Tables tables)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_share_with_downloads_gets_an_access_point_in_the_VPC_and_one_on_the_Internet()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var id = await lab.PublishedAsync(isViewRestricted: false);
        await lab.AssertEnforcedAsync(id);
        Assert.Equal([Storage.Vpc, null], lab.AccessPointsOf(id).Select(name => storage.AccessPoints.Find(name)!.VpcId));
    }

    [Fact]
    public async Task An_analyze_only_share_has_no_download_access_point()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var id = await lab.PublishedAsync(isViewRestricted: true);
        await lab.AssertEnforcedAsync(id);
        Assert.Equal([new AccessPointName(id, AccessPointKind.Analyze, 1).ToString()], lab.AccessPointsOf(id));
    }

    [Fact]
    public async Task Made_analyze_only_a_share_loses_its_download_access_point_and_keeps_the_other()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var id = await lab.PublishedAsync(isViewRestricted: false);
        var analyze = (await lab.Shares.FindAsync(id, Ct))!.Enforcement.Analyze;
        Assert.Empty(await lab.DeliverAsync(await lab.RestrictAsync(id)));
        await lab.AssertEnforcedAsync(id);
        Assert.Equal(new EnforcementSummary(EnforcementState.Enforced, analyze), (await lab.Shares.FindAsync(id, Ct))!.Enforcement);
    }

    [Fact]
    public async Task Downloads_that_are_allowed_again_get_an_access_point_of_a_new_generation()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var id = await lab.PublishedAsync(isViewRestricted: false);
        await lab.DeliverAsync(await lab.RestrictAsync(id));
        Assert.Empty(await lab.DeliverAsync(await lab.AllowDownloadsAsync(id)));
        await lab.AssertEnforcedAsync(id);
        Assert.Contains(new AccessPointName(id, AccessPointKind.Download, 2).ToString(), lab.AccessPointsOf(id));
    }

    [Fact]
    public async Task Suspended_downloads_lose_their_access_point_and_come_back_with_one_of_a_new_generation()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var id = await lab.PublishedAsync(isViewRestricted: false);
        var analyze = new AccessPointName(id, AccessPointKind.Analyze, 1).ToString();
        Assert.Empty(await lab.DeliverAsync(await lab.SuspendAsync(id)));
        await lab.AssertEnforcedAsync(id);
        Assert.Equal([analyze], lab.AccessPointsOf(id));
        Assert.Empty(await lab.DeliverAsync(await lab.ResumeAsync(id)));
        await lab.AssertEnforcedAsync(id);
        Assert.Equal([analyze, new AccessPointName(id, AccessPointKind.Download, 2).ToString()], lab.AccessPointsOf(id));
    }

    [Fact]
    public async Task A_deleted_share_leaves_nothing_behind()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var id = await lab.PublishedAsync(isViewRestricted: false);
        Assert.Empty(await lab.DeliverAsync(await lab.DeleteAsync(id)));
        Assert.Empty(lab.AccessPointsOf(id));
        await lab.AssertEnforcedAsync(id);
    }

    [Fact]
    public async Task A_share_that_has_expired_has_no_access_points()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var id = await lab.PublishedAsync(isViewRestricted: false);
        var past = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        Assert.Empty(await lab.DeliverAsync(await lab.EditAsync(id, share => share with { ExpiresAt = past })));
        Assert.Empty(lab.AccessPointsOf(id));
        await lab.AssertEnforcedAsync(id);
    }

    [Fact]
    public async Task An_earlier_end_is_in_the_policies_before_the_share_counts_as_enforced()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var now = TimeProvider.System.GetUtcNow();
        var id = await lab.PublishedAsync(isViewRestricted: false, expiresAt: now.AddDays(30));
        Assert.Empty(await lab.DeliverAsync(await lab.EditAsync(id, share => share with { ExpiresAt = now.AddDays(1) })));
        await lab.AssertEnforcedAsync(id);
    }

    [Fact]
    public async Task A_change_delivered_again_asks_nothing_of_AWS()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (id, change) = await lab.PublishAsync(isViewRestricted: false);
        await lab.DeliverAsync(change);
        var network = new Network();
        await using var function = lab.Start(network);
        Assert.Empty(await function.RunAsync([change]));
        Assert.Empty(network.Calls);
        await lab.AssertEnforcedAsync(id);
    }

    [Fact]
    public async Task The_time_from_change_to_effect_is_measured()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (_, change) = await lab.PublishAsync(isViewRestricted: true);
        await using var function = lab.Start();
        await function.RunAsync([change]);
        Assert.Contains("\"EnforcementDelay\":[", function.Output, StringComparison.Ordinal);
    }
}
