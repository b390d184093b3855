using System.Net;
using Shares.Core.Projects;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.MakeBucket;

public sealed class ProjectBucketTests(Storage storage, Tables tables)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pending_project_gets_its_bucket_and_is_completed()
    {
        var lab = await Lab.OpenAsync(storage, tables, ProjectStatus.Pending, withBucket: false);
        Assert.Empty(await lab.DeliverAsync(await AsCreatedAsync(lab)));
        Assert.Equal(ProjectStatus.Completed, (await lab.Projects.FindAsync(lab.Publisher.Id, Ct))!.Status);
        var bucket = storage.Buckets.Find(lab.Bucket)!.Info;
        Assert.Contains("SharesOnlyOverTls", bucket.Policy!, StringComparison.Ordinal);
        Assert.Equal(["cors", "encryption", "publicAccessBlock", "versioning"], bucket.Settings.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_bucket_survives_a_stop_after_every_call()
    {
        for (var calls = 1; ; calls++)
        {
            Assert.True(calls < 50);
            var lab = await Lab.OpenAsync(storage, tables, ProjectStatus.Pending, withBucket: false);
            var change = await AsCreatedAsync(lab);
            var network = new Network { DiesAfter = calls };
            await using var function = lab.Start(network);
            await function.RunAsync([change]);
            Assert.Empty(await lab.DeliverAsync(change));
            Assert.Equal(ProjectStatus.Completed, (await lab.Projects.FindAsync(lab.Publisher.Id, Ct))!.Status);
            Assert.Equal(4, storage.Buckets.Find(lab.Bucket)!.Info.Settings.Count);
            if (!network.IsDead) return;
        }
    }

    [Fact]
    public async Task A_name_that_is_somebody_elses_fails_the_project_with_the_reason()
    {
        var lab = await Lab.OpenAsync(storage, tables, ProjectStatus.Pending, withBucket: false);
        var network = new Network { Instead = r => r.Method == HttpMethod.Put ? Replies.Error(HttpStatusCode.Conflict, "BucketAlreadyExists") : null };
        await using var function = lab.Start(network);
        Assert.Empty(await function.RunAsync([await AsCreatedAsync(lab)]));
        var project = await lab.Projects.FindAsync(lab.Publisher.Id, Ct);
        Assert.Equal(ProjectStatus.Failed, project!.Status);
        Assert.Contains("BucketAlreadyExists", project.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outage_leaves_the_project_pending_and_the_change_undone()
    {
        var lab = await Lab.OpenAsync(storage, tables, ProjectStatus.Pending, withBucket: false);
        var change = await AsCreatedAsync(lab);
        await using var function = lab.Start(new Network { Instead = r => r.Method == HttpMethod.Put ? Replies.Error(HttpStatusCode.ServiceUnavailable, "SlowDown") : null });
        Assert.Equal([change.SequenceNumber], await function.RunAsync([change]));
        Assert.Equal(ProjectStatus.Pending, (await lab.Projects.FindAsync(lab.Publisher.Id, Ct))!.Status);
    }

    /// <summary>The record of the project's creation, whose image the item still is.</summary>
    private static async Task<Data.Streams.TableStreamRecord> AsCreatedAsync(Lab lab)
    {
        var unchanged = await lab.ObserveAsync(lab.Publisher.Id, () => Task.CompletedTask);
        return unchanged with { Images = unchanged.Images with { OldImage = null } };
    }
}
