using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.EnforceShare;

/// <summary>What somebody has to mend first is told of the shares that it is about, and holds up no other.</summary>
public sealed class OtherSharesTests(Storage storage, Tables tables)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bucket_that_vanished_and_one_whose_policy_is_full_fail_their_own_shares_with_the_reason_and_no_others()
    {
        var (vanished, full, healthy) = (await Lab.OpenAsync(storage, tables, withBucket: false), await Lab.OpenAsync(storage, tables), await Lab.OpenAsync(storage, tables));
        var keys = string.Join(',', Enumerable.Range(0, 190).Select(number => $"\"arn:aws:s3:::{full.Bucket}/{number:D50}\""));
        var policy = $$"""
            {"Version":"2012-10-17","Statement":[{"Sid":"KeepForever","Effect":"Deny","Principal":"*","Action":"s3:DeleteObject","Resource":[{{keys}}]}]}
            """;
        storage.Buckets.Find(full.Bucket)!.Update(info => info with { Policy = policy });
        var shares = new List<(Lab Lab, ShareId Id)>();
        var batch = new List<Data.Streams.TableStreamRecord>();
        foreach (var lab in new[] { vanished, full, healthy })
        {
            var (id, change) = await lab.PublishAsync(isViewRestricted: false);
            shares.Add((lab, id));
            batch.Add(change);
        }

        Assert.Empty(await healthy.DeliverAsync([.. batch]));
        await healthy.AssertEnforcedAsync(shares[2].Id);
        await AssertFailedAsync(vanished, shares[0].Id);
        await AssertFailedAsync(full, shares[1].Id);
        Assert.Equal(policy, storage.Buckets.Find(full.Bucket)!.Info.Policy);
    }

    [Fact]
    public async Task A_share_whose_bucket_is_gone_is_enforced_by_the_schedule_when_the_bucket_is_back()
    {
        var lab = await Lab.OpenAsync(storage, tables, withBucket: false);
        var (id, change) = await lab.PublishAsync(isViewRestricted: true);
        Assert.Empty(await lab.DeliverAsync(change));
        await AssertFailedAsync(lab, id);
        storage.Buckets.Create(lab.Bucket);
        await using var later = lab.Start(later: TimeSpan.FromMinutes(56));
        await later.VerifyAsync();
        await lab.AssertEnforcedAsync(id);
    }

    private static async Task AssertFailedAsync(Lab lab, ShareId share)
    {
        var record = await lab.Enforcements.FindAsync(share, Ct);
        Assert.Equal(EnforcementState.Failed, record!.State);
        Assert.Contains(lab.Bucket, record.Reason, StringComparison.Ordinal);
        Assert.Empty(lab.AccessPointsOf(share));
    }
}
