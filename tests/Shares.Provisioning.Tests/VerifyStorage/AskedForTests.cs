using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Data.Streams;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.VerifyStorage;

public sealed class AskedForTests(Storage storage, Tables tables)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_share_and_its_bucket_are_verified_when_somebody_asks()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: true);
        var before = (await lab.Enforcements.FindAsync(share, Ct))!.LastVerifiedAt;
        Tampering.Edit(lab, share, statements => statements.RemoveAt(0));
        storage.Buckets.Find(lab.Bucket)!.Update(info => info with { Policy = null });
        Assert.Empty(await lab.DeliverAsync(await AskAsync(lab, share)));
        await lab.AssertEnforcedAsync(share);
        var file = await lab.Enforcements.ReadAsync(share, Ct);
        Assert.Null(file.VerificationAskedAt);
        Assert.True(file.Record!.LastVerifiedAt > before);
        Assert.Equal(DifferenceKind.StatementMissing, Assert.Single(file.Record.Differences).Kind);
        Assert.Equal(3, (await lab.Kept.FindBucketAsync(lab.Bucket, Ct))!.Differences.Count);
    }

    [Fact]
    public async Task Asking_for_a_share_that_is_gone_meanwhile_does_nothing()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: true);
        var asked = await AskAsync(lab, share);
        var deleted = await lab.DeleteAsync(share);
        Assert.Empty(await lab.DeliverAsync(deleted, asked));
        await lab.AssertEnforcedAsync(share);
        Assert.Null((await lab.Enforcements.ReadAsync(share, Ct)).VerificationAskedAt);
    }

    private static Task<TableStreamRecord> AskAsync(Lab lab, ShareId share) =>
        lab.ObserveAsync($"SHARE#{share}", "ENFORCEMENT#VERIFY", () => lab.Enforcements.AskForVerificationAsync(share, Ct));
}
