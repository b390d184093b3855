using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Sharing;

public sealed class EnforcementStoreTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private readonly Stores _stores = fixture.Stores;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_recorded_is_in_the_share_too_and_its_version_stays()
    {
        var share = await PublishAsync();
        var summary = new EnforcementSummary(EnforcementState.Enforced, new(new(share.Id, AccessPointKind.Analyze, 1), "alias"));
        Assert.True(await _stores.Enforcements.RecordAsync(share.Id, Of(share.Id, 1), summary, Ct));
        Same.As(share with { Enforcement = summary }, await _stores.Shares.FindAsync(share.Id, Ct));
        Same.As(Of(share.Id, 1), await _stores.Enforcements.FindAsync(share.Id, Ct));
    }

    [Fact]
    public async Task Nothing_is_recorded_for_a_share_that_has_moved_on()
    {
        var share = await PublishAsync();
        var edited = (await _stores.Shares.UpdateAsync(share.Id, null, AsAda, s => s with { IsViewRestricted = false }, Ct)).ValueOrThrow();
        Assert.False(await _stores.Enforcements.RecordAsync(share.Id, Of(share.Id, 1), new(EnforcementState.Enforced), Ct));
        Same.As(edited, await _stores.Shares.FindAsync(share.Id, Ct));
        Assert.Null(await _stores.Enforcements.FindAsync(share.Id, Ct));
    }

    [Fact]
    public async Task A_record_without_summary_leaves_the_share_and_outlives_it_until_removed()
    {
        var share = await PublishAsync();
        await _stores.Shares.DeleteAsync(share.Id, null, AsAda, Ct);
        Assert.True(await _stores.Enforcements.RecordAsync(share.Id, Of(share.Id, 1), null, Ct));
        Assert.Null(await _stores.Shares.FindAsync(share.Id, Ct));
        Assert.NotNull(await _stores.Enforcements.FindAsync(share.Id, Ct));
        await _stores.Enforcements.RemoveAsync(share.Id, Ct);
        Assert.Null(await _stores.Enforcements.FindAsync(share.Id, Ct));
    }

    [Fact]
    public async Task A_record_of_an_older_version_never_replaces_one_of_a_newer()
    {
        var share = await PublishAsync();
        Assert.True(await _stores.Enforcements.RecordAsync(share.Id, Of(share.Id, 5), null, Ct));
        Assert.False(await _stores.Enforcements.RecordAsync(share.Id, Of(share.Id, 4), null, Ct));
        Assert.True(await _stores.Enforcements.RecordAsync(share.Id, Of(share.Id, 5), null, Ct));
    }

    private static Enforcement Of(ShareId share, long version) => new()
    {
        State = EnforcementState.Enforced,
        ShareVersion = version,
        AccessPoints = [new(share, AccessPointKind.Analyze, 1)],
        UpdatedAt = Now,
    };

    private async Task<Share> PublishAsync()
    {
        var publisher = (await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow();
        return (await _stores.Shares.CreateAsync(Share(publisher.Id, New<ProjectId>()), AsAda, Ct)).ValueOrThrow();
    }
}
