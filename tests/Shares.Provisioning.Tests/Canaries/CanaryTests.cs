using System.Text.Json.Nodes;
using Shares.Core.Canaries;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Provisioning.Tests.World;
using static Shares.Provisioning.Tests.World.Revoking;

namespace Shares.Provisioning.Tests.Canaries;

/// <summary>Storage is changed behind Provisioning's back, with nobody comparing; the canary sees it by trying.</summary>
public sealed class CanaryTests(Storage storage, Tables tables) : IClassFixture<Storage>, IClassFixture<Tables>
{
    private static readonly CanaryTrial[] OfPipelines = [CanaryTrial.OutsideVpc, CanaryTrial.PresignedAnalysis, CanaryTrial.DirectlyOnBucket];

    private static readonly CanaryTrial[] OfPeople =
    [
        CanaryTrial.OldSignature, CanaryTrial.OtherDataset, CanaryTrial.OtherRole, CanaryTrial.DirectlyOnBucket, CanaryTrial.Download, CanaryTrial.PresignedDownload,
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What is done, and the trials that see it.</summary>
    public static TheoryData<string, string[]> Holes => new()
    {
        { "policy deleted", [nameof(CanaryTrial.OldSignature), nameof(CanaryTrial.OtherRole)] },
        { "old signatures", [nameof(CanaryTrial.OldSignature)] },
        { "every role", [nameof(CanaryTrial.OtherRole)] },
        { "everything denied", [nameof(CanaryTrial.Download), nameof(CanaryTrial.PresignedDownload)] },
        { "bucket opened", [nameof(CanaryTrial.DirectlyOnBucket)] },
        { "bucket not delegated", [nameof(CanaryTrial.Download), nameof(CanaryTrial.PresignedDownload)] },
        { "every dataset", [nameof(CanaryTrial.OtherDataset)] },
        { "analyses from the Internet", [nameof(CanaryTrial.OutsideVpc)] },
    };

    [Fact]
    public async Task A_share_that_works_passes_every_trial()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: false);
        await using var canary = new CanaryRun(lab);
        var result = await canary.WakeAsync(share);
        Assert.True(result.Passed, result.Reason);
        Assert.Equal([.. OfPipelines, .. OfPeople], result.Trials.Select(trial => trial.Trial));
        Assert.Matches("\"CanaryFailures\":\\[[0-9]+\\]", canary.Output);
    }

    [Fact]
    public async Task Of_an_analyze_only_share_pipelines_are_refused_from_outside()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        await using var canary = new CanaryRun(lab);
        var result = (await canary.TryAsync(await lab.PublishedAsync(isViewRestricted: true)))!;
        Assert.True(result.Passed, result.Reason);
        Assert.Equal(OfPipelines, result.Trials.Select(trial => trial.Trial));
    }

    [Fact]
    public async Task Of_suspended_downloads_nothing_is_tried_until_they_go_on()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: false);
        await using var canary = new CanaryRun(lab);
        await canary.TryAsync(share);
        await lab.DeliverAsync(await lab.SuspendAsync(share));
        var suspended = (await canary.TryAsync(share))!;
        Assert.True(suspended.Passed, suspended.Reason);
        Assert.Equal(OfPipelines, suspended.Trials.Select(trial => trial.Trial));
        await lab.DeliverAsync(await lab.ResumeAsync(share));
        var resumed = (await canary.TryAsync(share))!;
        Assert.True(resumed.Passed, resumed.Reason);
        Assert.Equal([.. OfPipelines, .. OfPeople], resumed.Trials.Select(trial => trial.Trial));
    }

    [Theory]
    [MemberData(nameof(Holes))]
    public async Task A_hole_is_found_by_the_trial_that_goes_through_it_and_the_share_passes_again_when_it_is_closed(string hole, string[] seenBy)
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: false);
        await using var canary = new CanaryRun(lab);
        Assert.Null((await canary.TryAsync(share))!.Reason);
        Open(lab, share, hole);
        var failed = await canary.WakeAsync(share);
        Assert.Equal(seenBy, failed.Trials.Where(trial => !trial.Passed).Select(trial => trial.Trial.ToString()).Distinct());
        Assert.Matches("\"CanaryFailures\":\\[[1-9]", canary.Output);

        // A failure wakes Provisioning.
        var told = await lab.ObserveAsync($"CANARY#{share}", "META", () => canary.TryAsync(share));
        Assert.Empty(await lab.DeliverAsync(told));
        Assert.Null((await canary.TryAsync(share))!.Reason);
    }

    [Fact]
    public async Task A_session_from_before_its_project_left_is_tried_and_a_revocation_that_somebody_removed_is_found()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var project = New<ProjectId>();
        var share = await lab.PublishedAsync(isViewRestricted: false, null, project);
        await lab.SubscribeAsync(share, project);
        await using var canary = new CanaryRun(lab);
        Assert.DoesNotContain(CanaryTrial.AfterRevocation, (await canary.TryAsync(share))!.Trials.Select(trial => trial.Trial));
        await Task.Delay(TimeSpan.FromSeconds(1), Ct);
        Assert.Empty(await lab.DeliverAsync(await lab.UnsubscribeAsync(share, project)));
        var refused = (await canary.TryAsync(share))!;
        Assert.Equal([true], refused.Trials.Where(trial => trial.Trial == CanaryTrial.AfterRevocation).Select(trial => trial.Passed));

        Edit(lab, Download(share), statements => statements.RemoveAt(statements.Count - 1));
        var failed = (await canary.TryAsync(share))!;
        Assert.Equal([CanaryTrial.AfterRevocation], failed.Trials.Where(trial => !trial.Passed).Select(trial => trial.Trial));
        Assert.Contains("before its project lost access", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_that_is_not_enforced_or_cannot_be_reached_says_nothing()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (pending, _) = await lab.PublishAsync(isViewRestricted: false);
        var unreachable = await lab.PublishedAsync(isViewRestricted: true);
        Assert.True(storage.AccessPoints.Remove(new AccessPointName(unreachable, AccessPointKind.Analyze, 1).ToString()));
        await using var canary = new CanaryRun(lab);
        Assert.Null(await canary.TryAsync(pending));
        Assert.Equal([CanaryTrial.DirectlyOnBucket], (await canary.TryAsync(unreachable))!.Trials.Select(trial => trial.Trial));
    }

    private void Open(Lab lab, ShareId share, string hole)
    {
        var (download, bucket) = (Download(share), storage.Buckets.Find(lab.Bucket)!);
        void OnBucket(Action<JsonArray> edit)
        {
            var policy = JsonNode.Parse(bucket.Info.Policy!)!;
            edit(policy["Statement"]!.AsArray());
            bucket.Update(info => info with { Policy = policy.ToJsonString() });
        }

        Action act = hole switch
        {
            "policy deleted" => () => storage.AccessPoints.SetPolicy(download, null),
            "old signatures" => () => Edit(lab, download, s => s.RemoveAt(1)),
            "every role" => () => Edit(lab, download, s => s.RemoveAt(0)),
            "everything denied" => () => Edit(lab, download, s => s.Add(Statement("Deny", download))),
            "bucket opened" => () => OnBucket(s =>
            {
                s.Add(Statement("Allow", null, lab.Bucket));
                s.RemoveAt(1);
            }),
            "bucket not delegated" => () => OnBucket(s => s.RemoveAt(0)),
            "every dataset" => () => Edit(lab, download, s => s.Add(Statement("Allow", download))),
            _ => () => Replace(new AccessPointName(share, AccessPointKind.Analyze, 1).ToString()),
        };
        act();
    }

    private static JsonObject Statement(string effect, string? accessPoint, string? bucket = null)
    {
        var arn = accessPoint is null ? $"arn:aws:s3:::{bucket}" : $"arn:aws:s3:us-east-1:111122223333:accesspoint/{accessPoint}";
        return new JsonObject
        {
            ["Effect"] = effect,
            ["Principal"] = new JsonObject { ["AWS"] = new JsonArray(Function.Context.DownloadRoleArn, Function.Context.PipelineRoleArn) },
            ["Action"] = new JsonArray("s3:GetObject", "s3:ListBucket"),
            ["Resource"] = new JsonArray(arn, accessPoint is null ? $"{arn}/*" : $"{arn}/object/*"),
        };
    }

    private static string Download(ShareId share) => new AccessPointName(share, AccessPointKind.Download, 1).ToString();

    private void Replace(string name)
    {
        var old = storage.AccessPoints.Find(name)!;
        Assert.True(storage.AccessPoints.Remove(name));
        Assert.True(storage.AccessPoints.Add(old with { VpcId = null }));
    }

    private static void Edit(Lab lab, string accessPoint, Action<JsonArray> edit)
    {
        var policy = JsonNode.Parse(lab.Storage.AccessPoints.Find(accessPoint)!.Policy!)!;
        edit(policy["Statement"]!.AsArray());
        lab.Storage.AccessPoints.SetPolicy(accessPoint, policy.ToJsonString());
    }
}
