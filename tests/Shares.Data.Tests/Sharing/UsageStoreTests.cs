using Shares.Core.Enforcing;
using Shares.Core.Failures;
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
    public async Task Usages_are_listed_page_by_page_from_the_latest_or_any_place_on()
    {
        var share = New<ShareId>();
        var usages = Many<UsageId>(7).OrderByDescending(id => id.Value).Select(id => Of(share, id)).ToList();
        await _stores.Usages.RecordAsync(usages, Ct);
        var first = await _stores.Usages.ListLatestAsync(share, null, 3, Ct);
        Assert.Equal(usages[..3], first.Items);
        Assert.Equal(usages[2].Id.ToString(), first.Next);
        var rest = await _stores.Usages.ListLatestAsync(share, usages[2].Id, 4, Ct);
        Assert.Equal(usages[3..], rest.Items);
        Assert.Null(rest.Next);
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

    [Fact]
    public async Task Cutting_a_usage_off_ends_it_and_asks_for_the_revocation_of_its_execution()
    {
        var published = Share(New<ProjectId>());
        var share = published.Id;
        var (usage, other) = (Of(share, New<UsageId>()), Of(share, New<UsageId>()));
        await _stores.Usages.RecordAsync([usage, other], Ct);
        Assert.Equal(UsageStatus.Ended, (await _stores.Usages.CutOffAsync(published, usage.Id, AsAda, Ct)).ValueOrThrow().Status);
        Assert.Equal(UsageStatus.Ended, (await _stores.Usages.CutOffAsync(published, usage.Id, AsAda, Ct)).ValueOrThrow().Status);
        Assert.Equal(
            [UsageStatus.Ended, UsageStatus.Active],
            (await _stores.Usages.ListAsync(share, Ct)).OrderBy(u => u.Id == other.Id).Select(u => u.Status));
        var request = Assert.Single((await _stores.Enforcements.ReadAsync(share, Ct)).Requests);
        Assert.Equal(new Revoked.Execution(usage.ConsumingProjectId, usage.ExecutionId), request.Subject);
    }

    [Fact]
    public async Task An_execution_that_was_cut_off_is_known_by_share_project_and_execution()
    {
        var share = Share(New<ProjectId>());
        var usage = Of(share.Id, New<UsageId>());
        await _stores.Usages.RecordAsync([usage], Ct);
        (await _stores.Usages.CutOffAsync(share, usage.Id, AsAda, Ct)).ValueOrThrow();
        ShareId[] shares = [usage.ShareId, New<ShareId>()];
        Assert.Equal([usage.ShareId], await _stores.Usages.CutOffFromAsync(shares, usage.ConsumingProjectId, usage.ExecutionId, Ct));
        Assert.Empty(await _stores.Usages.CutOffFromAsync(shares, usage.ConsumingProjectId, New<ExecutionId>(), Ct));
        Assert.Empty(await _stores.Usages.CutOffFromAsync(shares, New<ProjectId>(), usage.ExecutionId, Ct));
    }

    [Fact]
    public async Task All_usages_of_an_execution_that_was_cut_off_end_and_no_others()
    {
        var share = New<ShareId>();
        var usage = Of(share, New<UsageId>());
        ShareUsage[] all = [usage, usage with { Id = New<UsageId>(), DatasetId = New<DatasetId>() }, Of(share, New<UsageId>())];
        await _stores.Usages.RecordAsync(all, Ct);
        await _stores.Usages.EndAsync(share, new(usage.ConsumingProjectId, usage.ExecutionId), Ct);
        Assert.Equal([all[2].Id], (await _stores.Usages.ListAsync(share, Ct)).Where(u => u.Status == UsageStatus.Active).Select(u => u.Id));
    }

    [Fact]
    public async Task A_usage_that_does_not_exist_cannot_be_cut_off() =>
        Assert.Equal(ErrorCode.NotFound, (await _stores.Usages.CutOffAsync(Share(New<ProjectId>()), New<UsageId>(), AsAda, Ct)).Failure!.Code);

    [Fact]
    public void A_usage_ends_with_its_session()
    {
        var usage = Of(New<ShareId>(), New<UsageId>());
        Assert.Equal(UsageStatus.Active, usage.StatusAt(usage.EndsAt.AddTicks(-1)));
        Assert.Equal(UsageStatus.Ended, usage.StatusAt(usage.EndsAt));
    }

    internal static ShareUsage Of(ShareId share, UsageId id) => new(
        id, share, New<ExecutionId>(), New<ProjectId>(), New<DatasetId>(), "arn:aws:s3:us-east-1:111122223333:accesspoint/x", UsageStatus.Active, Now, Now, Now.AddHours(1));
}
