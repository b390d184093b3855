using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Sharing;

public sealed class SubscribingTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private readonly Stores _stores = fixture.Stores;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_subscription_is_seen_from_both_sides()
    {
        var (share, lab) = await PublishAsync();
        var relation = (await _stores.Shares.SubscribeAsync(share, lab, AsBob, Ct)).ValueOrThrow();
        Assert.Equal((lab, share.PublisherId, share.Id, ShareType.Subscriber, Bob), (relation.ProjectId, relation.PublisherId, relation.ShareId, relation.Type, relation.By));
        Assert.Equal(relation, await _stores.Shares.FindRelationAsync(lab, share.PublisherId, share.Id, Ct));
        Assert.Equal(relation, Assert.Single(await _stores.Shares.ListBetweenAsync(share.PublisherId, lab, Ct)).Relation);
        Assert.Equal([$"SUBSCRIBER#{lab}"], await _stores.SubscribersOf(share.Id));
    }

    [Fact]
    public async Task Subscribing_twice_keeps_the_first_subscription()
    {
        var (share, lab) = await PublishAsync();
        var first = (await _stores.Shares.SubscribeAsync(share, lab, AsBob, Ct)).ValueOrThrow();
        Assert.Equal(first, (await _stores.Shares.SubscribeAsync(share, lab, AsAda, Ct)).ValueOrThrow());
    }

    [Fact]
    public async Task Unsubscribing_leaves_the_share_available_and_can_be_repeated()
    {
        var (share, lab) = await PublishAsync();
        await _stores.Shares.SubscribeAsync(share, lab, AsBob, Ct);
        var after = (await _stores.Shares.UnsubscribeAsync(share, lab, AsAda, Ct)).ValueOrThrow();
        Assert.Equal((ShareType.Available, Ada), (after.Type, after.By));
        Assert.Equal(after, (await _stores.Shares.UnsubscribeAsync(share, lab, AsBob, Ct)).ValueOrThrow());
        Assert.Empty(await _stores.Shares.ListBetweenAsync(share.PublisherId, lab, Ct));
        await ShareConsistency.AssertAsync(_stores, share.Id, share.PublisherId, [lab]);
    }

    [Fact]
    public async Task A_project_that_the_share_does_not_name_cannot_subscribe()
    {
        var (share, _) = await PublishAsync();
        var stranger = New<ProjectId>();
        Assert.Equal(ErrorCode.NotFound, (await _stores.Shares.SubscribeAsync(share, stranger, AsBob, Ct)).Failure?.Code);
        Assert.Equal(ErrorCode.NotFound, (await _stores.Shares.UnsubscribeAsync(share, stranger, AsBob, Ct)).Failure?.Code);
        Assert.Empty(await _stores.SubscribersOf(share.Id));
    }

    [Fact]
    public async Task What_the_caller_has_read_before_does_not_count_when_the_share_has_changed_since()
    {
        var (share, lab) = await PublishAsync();
        await _stores.Shares.UpdateAsync(share.Id, null, AsAda, s => s with { SharedProjectIds = [] }, Ct);
        Assert.Equal(ErrorCode.NotFound, (await _stores.Shares.SubscribeAsync(share, lab, AsBob, Ct)).Failure?.Code);
        await _stores.Shares.DeleteAsync(share.Id, null, AsAda, Ct);
        Assert.Equal(ErrorCode.NotFound, (await _stores.Shares.SubscribeAsync(share, lab, AsBob, Ct)).Failure?.Code);
    }

    [Fact]
    public async Task An_expired_share_cannot_be_subscribed_to_but_can_be_left()
    {
        var (share, lab) = await PublishAsync();
        (await _stores.Shares.SubscribeAsync(share, lab, AsBob, Ct)).ValueOrThrow();
        share = (await _stores.Shares.UpdateAsync(share.Id, null, AsAda, s => s with { ExpiresAt = Now.AddYears(-5) }, Ct)).ValueOrThrow();
        (await _stores.Shares.UnsubscribeAsync(share, lab, AsBob, Ct)).ValueOrThrow();
        Assert.Equal(ErrorCode.NotFound, (await _stores.Shares.SubscribeAsync(share, lab, AsBob, Ct)).Failure?.Code);
    }

    [Fact]
    public async Task A_share_that_has_not_expired_yet_can_be_subscribed_to()
    {
        var (share, lab) = await PublishAsync();
        share = (await _stores.Shares.UpdateAsync(share.Id, null, AsAda, s => s with { ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(1) }, Ct)).ValueOrThrow();
        (await _stores.Shares.SubscribeAsync(share, lab, AsBob, Ct)).ValueOrThrow();
    }

    [Fact]
    public async Task A_project_that_is_named_but_whose_relation_is_not_written_yet_can_subscribe()
    {
        var (share, lab) = await PublishAsync();
        await _stores.Table.DeleteAsync(RelationItem.KeyOf(lab, share), Ct);
        (await _stores.Shares.SubscribeAsync(share, lab, AsBob, Ct)).ValueOrThrow();
        await ShareConsistency.AssertAsync(_stores, share.Id, share.PublisherId, [lab]);
    }

    [Fact]
    public async Task A_rename_is_not_undone_by_somebody_who_subscribes_with_the_share_as_it_was()
    {
        var (share, lab) = await PublishAsync();
        await _stores.Shares.UpdateAsync(share.Id, null, AsAda, s => s with { Name = "new" }, Ct);
        (await _stores.Shares.SubscribeAsync(share, lab, AsBob, Ct)).ValueOrThrow();
        (await _stores.Shares.UnsubscribeAsync(share, lab, AsBob, Ct)).ValueOrThrow();
        await ShareConsistency.AssertAsync(_stores, share.Id, share.PublisherId, [lab]);
    }

    private async Task<(Share Share, ProjectId Lab)> PublishAsync()
    {
        var (publisher, lab) = ((await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow(), New<ProjectId>());
        return ((await _stores.Shares.CreateAsync(Share(publisher.Id, lab), AsAda, Ct)).ValueOrThrow(), lab);
    }
}
