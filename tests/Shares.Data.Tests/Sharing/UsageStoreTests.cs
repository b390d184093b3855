using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Sharing;

public sealed class UsageStoreTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private readonly Stores _stores = fixture.Stores;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Usages_of_one_share_are_listed_by_id()
    {
        var (share, other) = (New<ShareId>(), New<ShareId>());
        var usages = Many<UsageId>(30).OrderBy(id => id.Value).Select(id => Of(share, id)).ToList();
        await _stores.Usages.RecordAsync([.. usages, Of(other, New<UsageId>())], Ct);
        Assert.Equal(usages, await _stores.Usages.ListAsync(share, Ct));
    }

    [Fact]
    public async Task Recording_again_replaces()
    {
        var usage = Of(New<ShareId>(), New<UsageId>());
        await _stores.Usages.RecordAsync([usage], Ct);
        await _stores.Usages.RecordAsync([usage with { Status = UsageStatus.Ended }], Ct);
        Assert.Equal([usage with { Status = UsageStatus.Ended }], await _stores.Usages.ListAsync(usage.ShareId, Ct));
    }

    [Fact]
    public void A_usage_is_kept_for_a_day_after_its_end()
    {
        var item = UsageItem.ToItem(Of(New<ShareId>(), New<UsageId>()));
        Assert.Equal($"{Now.AddHours(25).ToUnixTimeSeconds()}", item["Expires"].N);
    }

    private static ShareUsage Of(ShareId share, UsageId id) => new(
        id, share, New<ExecutionId>(), New<ProjectId>(), New<DatasetId>(), "arn:aws:s3:us-east-1:111122223333:accesspoint/x", UsageStatus.Active, Now, Now, Now.AddHours(1));
}
