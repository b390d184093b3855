using Shares.Core.Canaries;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Provisioning.Tests.World;
using Shares.Testing.Sts;
using static Shares.Provisioning.Tests.World.Revoking;

namespace Shares.Provisioning.Tests.Canaries;

/// <summary>What cannot be tried, because STS makes no session for it, neither accuses a share nor clears it.</summary>
public sealed class CanaryStsFaultTests(Storage storage, Tables tables) : IClassFixture<Storage>, IClassFixture<Tables>
{
    /// <summary>To upload, to analyze, to download, for the other role, and one that is held.</summary>
    private const int CallsOfOneShare = 5;

    public static TheoryData<StsFault> Faults => [.. Enum.GetValues<StsFault>()];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_goes_wrong_at_STS_no_share_fails_and_the_next_run_tries_all(StsFault fault)
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await SubscribedAsync(lab);
        for (var call = 1; ; call++)
        {
            await using var canary = new CanaryRun(lab);
            canary.Sts.Strike(fault, call);
            var found = (await canary.TryAsync(share))!;
            Assert.True(found.Passed, $"{fault} at call {call}: {found.Reason}");
            if (!canary.Sts.HasStruck)
            {
                Assert.Equal(CallsOfOneShare + 1, call);
                break;
            }

            Assert.Contains("could not be assumed", canary.Output.Replace("too large for STS", "could not be assumed", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Equal(9, (await canary.TryAsync(share))!.Trials.Count);
        }
    }

    [Fact]
    public async Task A_failure_that_was_found_stays_until_its_own_trial_has_passed()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: false);
        var download = new AccessPointName(share, AccessPointKind.Download, 1).ToString();
        var policy = storage.AccessPoints.Find(download)!.Policy;
        storage.AccessPoints.SetPolicy(download, null);
        await using var canary = new CanaryRun(lab);
        Assert.False((await canary.TryAsync(share))!.Passed);

        // The session that goes through the hole is not made: nobody knows whether it is still there.
        storage.AccessPoints.SetPolicy(download, policy);
        canary.Sts.Strike(StsFault.Throttled, 3);
        var unseen = (await canary.TryAsync(share))!;
        Assert.True(canary.Sts.HasStruck);
        Assert.Equal([CanaryTrial.OldSignature, CanaryTrial.OtherRole], unseen.Trials.Where(trial => !trial.Passed).Select(trial => trial.Trial).Order());
        Assert.Null((await canary.TryAsync(share))!.Reason);
    }

    [Fact]
    public async Task A_run_that_gets_no_session_at_all_is_not_heard_of_so_that_the_alarm_goes_off()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        await SubscribedAsync(lab);
        await using var canary = new CanaryRun(lab);
        canary.Sts.StrikeAll(StsFault.Refused);
        await canary.WakeOnceAsync();
        Assert.Matches("\"CanaryUnclear\":\\[[1-9]", canary.Output);
        Assert.DoesNotContain("CanaryFailures", canary.Output, StringComparison.Ordinal);
        canary.Sts.Heal();
        await canary.WakeOnceAsync();
        Assert.Contains("\"CanaryFailures\":[0", canary.Output, StringComparison.Ordinal);
    }

    private static async Task<ShareId> SubscribedAsync(Lab lab)
    {
        var project = New<ProjectId>();
        var share = await lab.PublishedAsync(isViewRestricted: false, null, project);
        await lab.SubscribeAsync(share, project);
        return share;
    }
}
