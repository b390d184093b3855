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
        var summary = new EnforcementSummary(EnforcementState.Enforced, new(new(share.Id, AccessPointKind.Analyze, 1), "alias"), RevokedUntil: Now);
        Assert.True(await _stores.Enforcements.ReplaceAsync(share.Id, null, Of(share.Id, 1), summary, Ct));
        Same.As(share with { Enforcement = summary }, await _stores.Shares.FindAsync(share.Id, Ct));
        Same.As(Of(share.Id, 1) with { Revision = 1 }, await _stores.Enforcements.FindAsync(share.Id, Ct));
    }

    [Fact]
    public async Task Nothing_is_recorded_for_a_share_that_has_moved_on()
    {
        var share = await PublishAsync();
        var edited = (await _stores.Shares.UpdateAsync(share.Id, null, AsAda, s => s with { IsViewRestricted = false }, Ct)).ValueOrThrow();
        Assert.False(await _stores.Enforcements.ReplaceAsync(share.Id, null, Of(share.Id, 1), new(EnforcementState.Enforced), Ct));
        Same.As(edited, await _stores.Shares.FindAsync(share.Id, Ct));
        Assert.Null(await _stores.Enforcements.FindAsync(share.Id, Ct));
    }

    [Fact]
    public async Task A_record_that_somebody_else_has_replaced_is_not_replaced_again()
    {
        var share = await PublishAsync();
        Assert.True(await _stores.Enforcements.ReplaceAsync(share.Id, null, Of(share.Id, 1), null, Ct));
        Assert.False(await _stores.Enforcements.ReplaceAsync(share.Id, null, Of(share.Id, 1), null, Ct));
        var first = await FoundAsync(share.Id);
        Assert.True(await _stores.Enforcements.ReplaceAsync(share.Id, first, first with { Reason = "a" }, null, Ct));
        Assert.False(await _stores.Enforcements.ReplaceAsync(share.Id, first, first with { Reason = "b" }, null, Ct));
        Assert.Equal("a", (await FoundAsync(share.Id)).Reason);
    }

    [Fact]
    public async Task A_record_without_summary_leaves_the_share_and_outlives_it_until_removed()
    {
        var share = await PublishAsync();
        Assert.True(await _stores.Enforcements.ReplaceAsync(share.Id, null, Of(share.Id, 1), null, Ct));
        Assert.False(await _stores.Enforcements.RemoveAsync(share.Id, await FoundAsync(share.Id), Ct));
        await _stores.Shares.DeleteAsync(share.Id, null, AsAda, Ct);
        Assert.True(await _stores.Enforcements.RemoveAsync(share.Id, await FoundAsync(share.Id), Ct));
        Assert.Null(await _stores.Enforcements.FindAsync(share.Id, Ct));
    }

    [Fact]
    public async Task A_share_is_among_what_is_kept_as_long_as_it_has_a_record()
    {
        var share = await PublishAsync();
        Assert.True(await _stores.Enforcements.ReplaceAsync(share.Id, null, Of(share.Id, 1) with { DueAt = Now }, null, Ct));
        Assert.Equal(Now, (await _stores.Kept.ListAsync(Ct)).Shares[share.Id]);
        await _stores.Shares.DeleteAsync(share.Id, null, AsAda, Ct);
        await _stores.Enforcements.RemoveAsync(share.Id, await FoundAsync(share.Id), Ct);
        Assert.False((await _stores.Kept.ListAsync(Ct)).Shares.ContainsKey(share.Id));
    }

    [Fact]
    public async Task Revoking_makes_the_share_pending()
    {
        var share = await PublishAsync();
        Assert.True(await _stores.Enforcements.ReplaceAsync(share.Id, null, Of(share.Id, 1), new(EnforcementState.Enforced), Ct));
        var revocation = Revocation.After(new Revoked.Subscriber(New<ProjectId>()), Now);
        var record = await FoundAsync(share.Id);
        var next = record with { Revocations = Revocations.None.With(AccessPointKind.Analyze, new([revocation])) };
        Assert.True(await _stores.Enforcements.RevokeAsync(share.Id, record, next, Ct));
        Assert.False(await _stores.Enforcements.RevokeAsync(share.Id, record, next, Ct));
        var summary = (await _stores.Shares.FindAsync(share.Id, Ct))!.Enforcement;
        Assert.Equal((EnforcementState.Pending, revocation.Moment), (summary.State, summary.RevokedUntil));
    }

    [Fact]
    public async Task A_request_that_was_made_anew_is_not_taken_for_the_one_that_is_done()
    {
        var share = New<ShareId>();
        RevocationRequest[] old = [.. Enumerable.Range(0, 120).Select(_ => new RevocationRequest(share, new Revoked.Subscriber(New<ProjectId>()), Now))];
        var anew = old[7] with { At = Now.AddSeconds(1) };
        await _stores.Table.PutManyAsync(old.Select(request => request.Subject == anew.Subject ? anew : request).Select(Data.Items.RevocationRequestItem.ToItem), Ct);
        await _stores.Enforcements.ForgetAsync(old, Ct);
        Assert.Equal([anew], (await _stores.Enforcements.ReadAsync(share, Ct)).Requests);
    }

    [Fact]
    public async Task Renewing_an_access_point_is_a_new_version_of_the_share()
    {
        var share = await PublishAsync();
        Assert.True(await _stores.Enforcements.ReplaceAsync(share.Id, null, Of(share.Id, 1), new(EnforcementState.Enforced), Ct));
        var record = await FoundAsync(share.Id);
        Assert.True(await _stores.Enforcements.RenewAsync(share, record, record, [AccessPointKind.Analyze], Ct));
        var renewed = (await _stores.Shares.FindAsync(share.Id, Ct))!;
        Assert.Equal((2, 2, 1, EnforcementState.Pending), (renewed.Version, renewed.AnalyzeGeneration, renewed.DownloadGeneration, renewed.Enforcement.State));
        Assert.False(await _stores.Enforcements.RenewAsync(share, await FoundAsync(share.Id), record, [AccessPointKind.Analyze], Ct));
    }

    [Fact]
    public async Task A_verification_is_asked_for_until_it_was_done()
    {
        var share = New<ShareId>();
        await _stores.Enforcements.AskForVerificationAsync(share, Ct);
        var askedAt = (await _stores.Enforcements.ReadAsync(share, Ct)).VerificationAskedAt!.Value;
        await _stores.Enforcements.VerifiedAsync(share, askedAt.AddSeconds(-1), Ct);
        Assert.Equal(askedAt, (await _stores.Enforcements.ReadAsync(share, Ct)).VerificationAskedAt);
        await _stores.Enforcements.VerifiedAsync(share, askedAt, Ct);
        Assert.Null((await _stores.Enforcements.ReadAsync(share, Ct)).VerificationAskedAt);
    }

    private static Enforcement Of(ShareId share, long version) => new()
    {
        State = EnforcementState.Enforced,
        ShareVersion = version,
        AccessPoints = [new(share, AccessPointKind.Analyze, 1)],
        UpdatedAt = Now,
    };

    private async Task<Enforcement> FoundAsync(ShareId share) => (await _stores.Enforcements.FindAsync(share, Ct))!;

    private async Task<Share> PublishAsync()
    {
        var publisher = (await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow();
        return (await _stores.Shares.CreateAsync(Share(publisher.Id, New<ProjectId>()), AsAda, Ct)).ValueOrThrow();
    }
}
