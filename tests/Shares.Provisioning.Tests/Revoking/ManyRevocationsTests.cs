using Shares.Core;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Provisioning.Tests.World;
using static Shares.Provisioning.Tests.World.Revoking;

namespace Shares.Provisioning.Tests.Revoking;

public sealed class ManyRevocationsTests(Storage storage, Tables tables) : IClassFixture<Storage>, IClassFixture<Tables>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_executions_cut_off_within_an_hour_are_all_refused()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: false);
        var project = New<ProjectId>();
        var first = lab.AccessPointsOf(share);
        for (var batch = 0; batch < 10; batch++)
        {
            var records = Enumerable.Range(0, 100).Select(_ => lab.AskAsync(share, new Revoked.Execution(project, New<ExecutionId>())));
            Assert.Empty(await lab.DeliverAsync([.. await Task.WhenAll(records)]));
            await lab.AssertEnforcedAsync(share);
            Assert.Empty((await lab.Enforcements.ReadAsync(share, Ct)).Requests);
        }

        // What did not fit went with the access point that it was about; the other one had nothing to refuse, and is the same.
        Assert.DoesNotContain(first[0], lab.AccessPointsOf(share));
        Assert.Contains(first[1], lab.AccessPointsOf(share));
        Assert.InRange((await lab.Shares.FindAsync(share, Ct))!.AnalyzeGeneration, 2, 5);
    }

    [Fact]
    public async Task Revocations_are_removed_when_no_session_can_be_left_and_the_share_stays_enforced()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var project = New<ProjectId>();
        var share = await lab.PublishedAsync(isViewRestricted: false, null, project);
        await lab.SubscribeAsync(share, project);
        Assert.Empty(await lab.DeliverAsync(await lab.UnsubscribeAsync(share, project)));
        var before = (await lab.Enforcements.FindAsync(share, Ct))!;

        await using (var early = lab.Start(later: Limits.RevocationKept - TimeSpan.FromMinutes(1))) await early.VerifyAsync();
        Assert.Single(lab.Refusals(share, AccessPointKind.Analyze));

        await using var late = lab.Start(later: Limits.RevocationKept + TimeSpan.FromMinutes(1));
        await late.VerifyAsync();
        Assert.Empty(lab.Refusals(share, AccessPointKind.Analyze));
        await lab.AssertEnforcedAsync(share);
        var after = (await lab.Enforcements.FindAsync(share, Ct))!;
        Assert.Equal((0, before.EffectiveAt), (after.Revocations.Count, after.EffectiveAt));
        Assert.Empty(after.Differences);
    }
}
