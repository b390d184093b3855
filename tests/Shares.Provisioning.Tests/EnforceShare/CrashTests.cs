using Shares.Core.Ids;
using Shares.Data.Streams;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.EnforceShare;

/// <summary>The function is stopped after each of its calls, to the table and to AWS, and the change is delivered again.</summary>
public sealed class CrashTests(Storage storage, Tables tables)
{
    private const int MoreCallsThanAnyChangeTakes = 100;

    [Fact]
    public Task A_creation_survives_a_stop_after_every_call() => AssertSurvivesAsync(lab => lab.PublishAsync(isViewRestricted: false));

    [Fact]
    public Task Making_a_share_analyze_only_survives_a_stop_after_every_call() => AssertSurvivesAsync(async lab =>
    {
        var id = await lab.PublishedAsync(isViewRestricted: false);
        return (id, await lab.RestrictAsync(id));
    });

    [Fact]
    public Task Allowing_downloads_survives_a_stop_after_every_call() => AssertSurvivesAsync(async lab =>
    {
        var id = await lab.PublishedAsync(isViewRestricted: true);
        return (id, await lab.AllowDownloadsAsync(id));
    });

    [Fact]
    public Task An_earlier_end_survives_a_stop_after_every_call() => AssertSurvivesAsync(async lab =>
    {
        var id = await lab.PublishedAsync(isViewRestricted: false);
        var end = TimeProvider.System.GetUtcNow().AddDays(1);
        return (id, await lab.EditAsync(id, share => share with { ExpiresAt = end }));
    });

    [Fact]
    public Task A_deletion_survives_a_stop_after_every_call() => AssertSurvivesAsync(async lab =>
    {
        var id = await lab.PublishedAsync(isViewRestricted: false);
        return (id, await lab.DeleteAsync(id));
    });

    [Fact]
    public async Task A_creation_that_stopped_and_was_deleted_meanwhile_leaves_nothing_behind()
    {
        for (var calls = 1; ; calls++)
        {
            Assert.True(calls < MoreCallsThanAnyChangeTakes);
            var lab = await Lab.OpenAsync(storage, tables);
            var (id, created) = await lab.PublishAsync(isViewRestricted: false);
            var isStopped = await StopAfterAsync(calls, lab, created);
            var deleted = await lab.DeleteAsync(id);
            await lab.AssertNothingForgottenAsync(id);
            Assert.Empty(await lab.DeliverAsync(created, deleted));
            Assert.Empty(lab.AccessPointsOf(id));
            await lab.AssertEnforcedAsync(id);
            if (!isStopped) return;
        }
    }

    private async Task AssertSurvivesAsync(Func<Lab, Task<(ShareId Id, TableStreamRecord Change)>> change)
    {
        var stops = 0;
        for (var calls = 1; calls < MoreCallsThanAnyChangeTakes; calls++)
        {
            var lab = await Lab.OpenAsync(storage, tables);
            var (id, record) = await change(lab);
            var isStopped = await StopAfterAsync(calls, lab, record);
            await lab.AssertNothingForgottenAsync(id);
            Assert.Empty(await lab.DeliverAsync(record));
            await lab.AssertEnforcedAsync(id);
            if (!isStopped) break;
            stops++;
        }

        Assert.InRange(stops, 5, MoreCallsThanAnyChangeTakes - 2);
    }

    private static async Task<bool> StopAfterAsync(int calls, Lab lab, TableStreamRecord record)
    {
        var network = new Network { DiesAfter = calls };
        await using var function = lab.Start(network);
        var undone = await function.RunAsync([record]);
        Assert.Equal(network.IsDead && undone.Count > 0 ? [record.SequenceNumber] : [], undone);
        return network.IsDead;
    }
}
