using Shares.Core.Audit;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Sharing;
using Shares.Data.Tests.Sharing;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Costs;

/// <summary>Shares have one condition and one keyword, unless said otherwise.</summary>
public sealed class SharingCostTests(TableFixture fixture) : CostTest(fixture)
{
    private static readonly HashSet<ShareType> Received = [ShareType.Subscriber, ShareType.Available];

    [Fact]
    public async Task Listing_50_shares_costs_at_most_3_plus_50()
    {
        var (publisher, lab) = (await PublisherAsync(), New<ProjectId>());
        for (var n = 0; n < 50; n++) await Stores.Shares.CreateAsync(Share(publisher, lab) with { CreatedBy = UserId.Parse($"{lab}") }, AsAda, Ct);
        await CostsAsync(2, reads: 3 + 50, 0, async () => Assert.Equal(50, (await Stores.Shares.ListForProjectAsync(lab, Received, Ct)).Count));
        await CostsAsync(2, reads: 3 + 20, 0, async () => Assert.Equal(20, await Stores.Shares.ListByNameAsync(lab, Received, null, true, 20, Ct).Take(20).CountAsync(Ct)));
    }

    [Fact]
    public async Task Listing_50_of_10_000_shares_published_costs_as_much_as_50_of_50()
    {
        var publisher = await PublisherAsync();
        var shares = Enumerable.Range(0, 10_000).Select(n => Share(publisher) with { Name = $"Share number {(n * 7919) % 10_000}" }).ToList();
        await Stores.Table.PutManyAsync(shares.Select(PublishedItem.ToItem), Ct);
        var sorted = shares.OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var page = sorted.Skip(4000).Take(50).ToList();
        await Stores.Table.PutManyAsync(page.Select(ShareItem.ToItem), Ct);
        await CostsAsync(2, reads: 3 + 50, 0, async () =>
        {
            var listed = Stores.Shares.ListByNameAsync(publisher, EveryType, NamePosition.Of(sorted[3999]), false, 50, Ct).Take(50);
            Assert.Equal(page.Select(s => s.Id), await listed.Select(each => each.Related.Share.Id).ToListAsync(Ct));
        });
    }

    [Fact]
    public async Task Creating_a_share_with_10_projects_costs_at_most_10_plus_30_writes()
    {
        var publisher = await PublisherAsync();
        await CostsAsync(1, 0, writes: 10 + 30, () => Stores.Shares.CreateAsync(Share(publisher, Many<ProjectId>(10)) with { Keywords = ["brain"] }, AsAda, Ct));
    }

    [Fact]
    public async Task Editing_a_share_costs_at_most_10_plus_3_for_each_project_added()
    {
        var share = await PublishAsync(Many<ProjectId>(10));
        var added = Many<ProjectId>(10);
        await CostsAsync(2, reads: 1, writes: 10 + 30, () => Stores.Shares.UpdateAsync(
            share.Id, 1, AsAda, s => s with { SharedProjectIds = [.. s.SharedProjectIds, .. added], Selection = new([.. s.Selection.Conditions, new(SelectionField.Tag, "more")]), Keywords = ["brain"] }, Ct));
    }

    [Fact]
    public async Task Subscribing_costs_at_most_12_writes_whatever_the_size_of_the_share()
    {
        var labs = Many<ProjectId>(1000);
        var share = await PublishAsync(labs);
        await CostsAsync(1, 0, writes: 12, () => Stores.Shares.SubscribeAsync(share, labs[0], AsBob, Ct));
    }

    [Fact]
    public async Task An_event_of_a_change_that_left_nothing_undone_costs_little_to_check()
    {
        var share = await PublishAsync(Many<ProjectId>(10));
        await CostsAsync(1, reads: 1, 0, () => Stores.Shares.RepairAsync(share.Id, share, Ct));
    }

    [Fact]
    public async Task The_detail_of_a_share_with_10_projects_costs_at_most_14()
    {
        var labs = new List<ProjectId>();
        for (var n = 0; n < 10; n++) labs.Add(await PublisherAsync());
        var share = await PublishAsync(labs);
        await CostsAsync(2, reads: 14, 0, async () =>
        {
            var items = await Stores.Requests.ReadAsync(share.PublisherId, Person, share.Id, null, Ct);
            Assert.Equal(10, (await Stores.Projects.FindManyAsync(items.Share!.SharedProjectIds, Ct)).Count);
        });
    }

    [Fact]
    public async Task An_edit_costs_at_most_10_plus_3_for_each_project_whose_relation_it_changes()
    {
        var share = await PublishAsync(Many<ProjectId>(10));
        (await Stores.Shares.SubscribeAsync(share, share.SharedProjectIds.First(), AsBob, Ct)).ValueOrThrow();
        await CostsAsync(2, reads: 2, writes: 10 + 30, () => Stores.Shares.UpdateAsync(share.Id, 1, AsAda, s => s with { Name = "new" }, Ct));
        await CostsAsync(2, reads: 2, writes: 10 + 30, () => Stores.Shares.UpdateAsync(share.Id, 2, AsAda, s => s with { SharedProjectIds = [] }, Ct));
    }

    [Fact]
    public async Task Taking_out_projects_that_had_subscribed_costs_at_most_10_plus_4_for_each()
    {
        var labs = Many<ProjectId>(10);
        var share = await PublishAsync(labs);
        foreach (var lab in labs) (await Stores.Shares.SubscribeAsync(share, lab, AsBob, Ct)).ValueOrThrow();
        await CostsAsync(2, reads: 2, writes: 10 + 40, () => Stores.Shares.UpdateAsync(share.Id, 1, AsAda, s => s with { SharedProjectIds = [] }, Ct));
    }

    [Fact]
    public async Task A_share_for_1000_projects_costs_at_most_3_for_each_to_make_to_rename_and_to_withdraw()
    {
        var share = Share(await PublisherAsync(), Many<ProjectId>(1000)) with { Keywords = ["brain"] };
        await CostsAsync(12, 0, writes: 10 + 3000, () => Stores.Shares.CreateAsync(share, AsAda, Ct));
        await CostsAsync(13, reads: 10, writes: 10 + 3000, () => Stores.Shares.UpdateAsync(share.Id, 1, AsAda, s => s with { Name = "new" }, Ct));
        await CostsAsync(13, reads: 10, writes: 10 + 3000, () => Stores.Shares.UpdateAsync(share.Id, 2, AsAda, s => s with { SharedProjectIds = [] }, Ct));
    }

    [Fact]
    public async Task Leaving_costs_at_most_12_writes_whatever_the_size_of_the_share()
    {
        var labs = Many<ProjectId>(1000);
        var share = Share(New<ProjectId>(), labs);
        await Stores.Table.PutManyAsync([ShareItem.ToItem(share), RelationItem.ToItem(new(labs[0], share.PublisherId, share.Id, ShareType.Available, Ada, Now), share.Name)], Ct);
        await CostsAsync(1, 0, writes: 12, () => Stores.Shares.SubscribeAsync(share, labs[0], AsBob, Ct));
        await CostsAsync(2, reads: 6, writes: 12, () => Stores.Shares.UnsubscribeAsync(share, labs[0], AsBob, Ct));
    }

    [Fact]
    public async Task A_page_of_100_entries_of_the_log_costs_1_round_trip_and_at_most_15()
    {
        var project = Project() with { CreatedAt = TimeProvider.System.GetUtcNow().AddYears(-1) };
        var now = TimeProvider.System.GetUtcNow();
        var share = Share(project.Id);
        await Stores.Audit.RecordAsync([.. Enumerable.Range(0, 300).Select(n => GrantAudit.FilesPresigned(AsBob, now, share, New<ProjectId>(), New<DatasetId>(), n))], Ct);
        await CostsAsync(1, reads: 15, 0, async () => Assert.Equal(100, (await Stores.Audit.ListAsync(project, null, 100, Ct)).Items.Count));
    }

    [Fact]
    public async Task A_page_of_100_usages_costs_1_round_trip_and_at_most_15_however_many_there_are()
    {
        var share = New<ShareId>();
        await Stores.Usages.RecordAsync([.. Many<UsageId>(300).Select(id => UsageStoreTests.Of(share, id))], Ct);
        await CostsAsync(1, reads: 15, 0, async () => Assert.Equal(100, (await Stores.Usages.ListLatestAsync(share, null, 100, Ct)).Items.Count));
    }

    [Fact]
    public async Task A_page_of_50_keywords_costs_1_round_trip_and_at_most_2()
    {
        var word = $"{New<ShareId>()}";
        for (var n = 0; n < 4; n++) await CreateAsync(Share(await PublisherAsync()) with { Keywords = [.. Enumerable.Range(0, 20).Select(k => $"{word} {n} {k}")] });
        await CostsAsync(1, reads: 2, 0, async () => Assert.Equal(50, (await Stores.Keywords.ListAsync(word, null, 50, Ct)).Items.Count));
    }

    [Fact]
    public async Task Twenty_shares_that_select_by_a_value_cost_21_to_find_among_any_number()
    {
        var publisher = await PublisherAsync();
        for (var n = 0; n < 25; n++) await CreateAsync(Share(publisher) with { Selection = new([new(SelectionField.Tag, n < 20 ? "wanted" : $"other {n}")]) });
        await CostsAsync(2, reads: 21, 0, async () =>
            Assert.Equal(20, await Stores.Shares.SharesSelectingAsync(publisher, new(SelectionField.Tag, "wanted"), Ct).CountAsync(Ct)));
    }
}
