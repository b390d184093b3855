using Shares.Core.Enforcing;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Sharing;

public sealed class ShareStoreTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private readonly Stores _stores = fixture.Stores;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_share_is_in_the_lists_of_its_publisher_and_of_the_projects_it_names()
    {
        var (share, lab) = await PublishAsync();
        var stranger = New<ProjectId>();
        Same.As(share, await _stores.Shares.FindAsync(share.Id, Ct));
        Assert.Equal(ShareType.Publisher, Assert.Single(await _stores.Shares.ListForProjectAsync(share.PublisherId, EveryType, Ct)).Relation.Type);
        Assert.Equal(ShareType.Available, Assert.Single(await _stores.Shares.ListForProjectAsync(lab, EveryType, Ct)).Relation.Type);
        Assert.Empty(await _stores.Shares.ListForProjectAsync(stranger, EveryType, Ct));
    }

    [Fact]
    public async Task A_project_that_does_not_allow_sharing_creates_no_share()
    {
        var publisher = await PublisherAsync(Project(isShareable: false));
        var share = Share(publisher.Id, New<ProjectId>());
        Assert.Equal(ErrorCode.SharingDisabled, (await _stores.Shares.CreateAsync(share, AsAda, Ct)).Failure?.Code);
        Assert.Null(await _stores.Shares.FindAsync(share.Id, Ct));
    }

    [Fact]
    public async Task An_expired_share_stays_in_the_publishers_list_alone()
    {
        var (share, lab) = await PublishAsync(share => share with { ExpiresAt = Now.AddYears(-5) });
        Assert.Single(await _stores.Shares.ListForProjectAsync(share.PublisherId, EveryType, Ct));
        Assert.Empty(await _stores.Shares.ListForProjectAsync(lab, EveryType, Ct));
    }

    [Fact]
    public async Task An_edit_keeps_the_access_points_that_were_recorded_and_makes_enforcement_pending()
    {
        var (share, _) = await PublishAsync();
        var point = new ProvisionedAccessPoint(new AccessPointName(share.Id, AccessPointKind.Analyze, 1), "alias-s3alias");
        var enforcement = new Enforcement { State = EnforcementState.Enforced, ShareVersion = 1, AccessPoints = [point.Name], UpdatedAt = Now };
        Assert.True(await _stores.Enforcements.ReplaceAsync(share.Id, null, enforcement, new(EnforcementState.Enforced, point), Ct));

        var edited = (await _stores.Shares.UpdateAsync(share.Id, 1, AsBob, s => s with { Name = "new", Enforcement = EnforcementSummary.Pending }, Ct)).ValueOrThrow();
        Same.As(edited, await _stores.Shares.FindAsync(share.Id, Ct));
        Assert.Equal((2, "new"), (edited.Version, edited.Name));
        Assert.Equal(new EnforcementSummary(EnforcementState.Pending, point), edited.Enforcement);
    }

    [Fact]
    public async Task An_edit_of_another_version_than_expected_changes_nothing()
    {
        var (share, _) = await PublishAsync();
        var result = await _stores.Shares.UpdateAsync(share.Id, 7, AsBob, s => s with { Name = "new" }, Ct);
        Assert.Equal(ErrorCode.VersionMismatch, result.Failure?.Code);
        Assert.Equal(ErrorCode.VersionMismatch, (await _stores.Shares.DeleteAsync(share.Id, 7, AsAda, Ct)).Failure?.Code);
        Same.As(share, await _stores.Shares.FindAsync(share.Id, Ct));
    }

    [Fact]
    public async Task A_project_taken_out_loses_its_subscription_and_must_accept_again()
    {
        var (share, lab) = await PublishAsync();
        (await _stores.Shares.SubscribeAsync(share, lab, AsBob, Ct)).ValueOrThrow();
        await _stores.Shares.UpdateAsync(share.Id, null, AsAda, s => s with { SharedProjectIds = [] }, Ct);
        Assert.Empty(await _stores.Shares.ListForProjectAsync(lab, EveryType, Ct));
        Assert.Empty(await _stores.Shares.ListBetweenAsync(share.PublisherId, lab, Ct));
        Assert.Empty(await _stores.SubscribersOf(share.Id));

        await _stores.Shares.UpdateAsync(share.Id, null, AsAda, s => s with { SharedProjectIds = [lab] }, Ct);
        Assert.Equal(ShareType.Available, Assert.Single(await _stores.Shares.ListForProjectAsync(lab, EveryType, Ct)).Relation.Type);
    }

    [Fact]
    public async Task A_share_with_more_projects_than_fit_a_transaction_can_be_made_turned_over_and_deleted()
    {
        var publisher = await PublisherAsync(Project());
        var (first, second) = (Many<ProjectId>(230), Many<ProjectId>(230));
        var share = (await _stores.Shares.CreateAsync(Share(publisher.Id, first), AsAda, Ct)).ValueOrThrow();
        await ShareConsistency.AssertAsync(_stores, share.Id, publisher.Id, [.. first, .. second]);
        (await _stores.Shares.UpdateAsync(share.Id, 1, AsAda, s => s with { SharedProjectIds = [.. second] }, Ct)).ValueOrThrow();
        await ShareConsistency.AssertAsync(_stores, share.Id, publisher.Id, [.. first, .. second]);
        (await _stores.Shares.DeleteAsync(share.Id, 2, AsAda, Ct)).ValueOrThrow();
        await ShareConsistency.AssertAsync(_stores, share.Id, publisher.Id, [.. first, .. second]);
    }

    private async Task<Project> PublisherAsync(Project project) => (await _stores.Projects.CreateAsync(project, AsAda, Ct)).ValueOrThrow();

    private async Task<(Share Share, ProjectId Lab)> PublishAsync(Func<Share, Share>? with = null)
    {
        var (publisher, lab) = (await PublisherAsync(Project()), New<ProjectId>());
        var share = Share(publisher.Id, lab);
        return ((await _stores.Shares.CreateAsync(with?.Invoke(share) ?? share, AsAda, Ct)).ValueOrThrow(), lab);
    }
}
