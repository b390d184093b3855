using Shares.Core.Access;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Sharing;
using Shares.Testing.DynamoDb;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests;

/// <summary>What the use cases cost in round trips and request units, which do not depend on the machine.</summary>
public sealed class CostTests : IClassFixture<TableFixture>, IDisposable
{
    private static readonly Caller.Person Person = new(Ada, "", []);
    private static readonly HashSet<ShareType> Received = [ShareType.Subscriber, ShareType.Available];

    private readonly MeteredDynamoDb _meter;
    private readonly Stores _stores;

    public CostTests(TableFixture fixture)
    {
        _meter = new(fixture.Table.Endpoint);
        _stores = fixture.With(_meter.Client);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_reads_its_project_and_caller_for_2()
    {
        var publisher = await PublisherAsync();
        await CostsAsync(1, reads: 2, 0, () => _stores.Requests.ReadAsync(publisher, Person, null, null, Ct));
    }

    [Fact]
    public async Task Listing_50_shares_costs_at_most_3_plus_50()
    {
        var (publisher, lab) = (await PublisherAsync(), New<ProjectId>());
        for (var n = 0; n < 50; n++) await _stores.Shares.CreateAsync(Share(publisher, lab) with { CreatedBy = UserId.Parse($"{lab}") }, AsAda, Ct);
        await CostsAsync(2, reads: 3 + 50, 0, async () => Assert.Equal(50, (await _stores.Shares.ListForProjectAsync(lab, Received, Ct)).Count));
        await CostsAsync(2, reads: 3 + 20, 0, async () => Assert.Equal(20, await _stores.Shares.ListByNameAsync(lab, Received, null, true, 20, Ct).Take(20).CountAsync(Ct)));
    }

    [Fact]
    public async Task Listing_50_of_10_000_shares_published_costs_as_much_as_50_of_50()
    {
        var publisher = await PublisherAsync();
        var shares = Enumerable.Range(0, 10_000).Select(n => Share(publisher) with { Name = $"Share number {(n * 7919) % 10_000}" }).ToList();
        await _stores.Table.PutManyAsync(shares.Select(PublishedItem.ToItem), Ct);
        var sorted = shares.OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var page = sorted.Skip(4000).Take(50).ToList();
        await _stores.Table.PutManyAsync(page.Select(ShareItem.ToItem), Ct);
        await CostsAsync(2, reads: 3 + 50, 0, async () =>
        {
            var listed = _stores.Shares.ListByNameAsync(publisher, EveryType, NamePosition.Of(sorted[3999]), false, 50, Ct).Take(50);
            Assert.Equal(page.Select(s => s.Id), await listed.Select(each => each.Related.Share.Id).ToListAsync(Ct));
        });
    }

    [Fact]
    public async Task Creating_a_share_with_10_projects_costs_at_most_10_plus_30_writes()
    {
        var publisher = await PublisherAsync();
        await CostsAsync(1, 0, writes: 10 + 30, () => _stores.Shares.CreateAsync(Share(publisher, Many<ProjectId>(10)) with { Keywords = ["brain"] }, AsAda, Ct));
    }

    [Fact]
    public async Task Editing_a_share_costs_at_most_10_plus_3_for_each_project_added()
    {
        var share = await PublishAsync(Many<ProjectId>(10));
        var added = Many<ProjectId>(10);
        await CostsAsync(2, reads: 1, writes: 10 + 30, () => _stores.Shares.UpdateAsync(
            share.Id, 1, AsAda, s => s with { SharedProjectIds = [.. s.SharedProjectIds, .. added], Selection = new([.. s.Selection.Conditions, new(SelectionField.Tag, "more")]), Keywords = ["brain"] }, Ct));
    }

    [Fact]
    public async Task Subscribing_costs_at_most_12_writes_whatever_the_size_of_the_share()
    {
        var labs = Many<ProjectId>(1000);
        var share = await PublishAsync(labs);
        await CostsAsync(1, 0, writes: 12, () => _stores.Shares.SubscribeAsync(share, labs[0], AsBob, Ct));
    }

    [Fact]
    public async Task An_event_of_a_change_that_left_nothing_undone_costs_little_to_check()
    {
        var share = await PublishAsync(Many<ProjectId>(10));
        await CostsAsync(1, reads: 1, 0, () => _stores.Shares.RepairAsync(share.Id, share, Ct));
    }

    [Fact]
    public async Task Listing_100_own_datasets_costs_at_most_13()
    {
        var project = New<ProjectId>();
        for (var n = 0; n < 100; n++) await _stores.Datasets.CreateAsync(Dataset(project, "one tag", "another tag"), AsAda, Ct);
        await CostsAsync(1, reads: 13, 0, () => _stores.Datasets.ListOwnAsync(project, null, 100, Ct).Take(100).ToListAsync(Ct).AsTask());
    }

    [Fact]
    public async Task A_page_of_a_selection_costs_at_most_20_however_many_other_datasets_there_are()
    {
        var project = New<ProjectId>();
        for (var n = 0; n < 120; n++) await _stores.Datasets.CreateAsync(Dataset(project, n < 100 ? "wanted" : "other"), AsAda, Ct);
        var selection = new Selection([new(SelectionField.Tag, "wanted"), new(SelectionField.Tag, "nobody has it")]);
        await CostsAsync(3, reads: 20, 0, () => _stores.Selections.SelectAsync(project, selection, null, 100, Ct).Take(100).ToListAsync(Ct).AsTask());
    }

    [Fact]
    public async Task A_selection_reads_the_field_with_the_fewest_datasets()
    {
        var project = New<ProjectId>();
        for (var n = 0; n < 60; n++) await _stores.Datasets.CreateAsync(Dataset(project, n == 7 ? "rare" : "common"), AsAda, Ct);
        var selection = new Selection([new(SelectionField.Tag, "rare"), new(SelectionField.ProcessId, "fastq"), new(SelectionField.CreatedBy, "ada")]);
        await CostsAsync(2, reads: 3 + 1, 0, async () => Assert.Single(await _stores.Selections.SelectAsync(project, selection, null, 100, Ct).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Deciding_access_to_an_own_dataset_costs_3_in_one_round_trip()
    {
        var publisher = await PublisherAsync();
        var dataset = (await _stores.Datasets.CreateAsync(Dataset(publisher), AsAda, Ct)).ValueOrThrow();
        await CostsAsync(1, reads: 3, 0, () => _stores.Requests.ReadAsync(publisher, Person, null, dataset.Id, Ct));
    }

    [Fact]
    public async Task Deciding_access_to_a_shared_dataset_costs_at_most_4_plus_the_shares_subscribed()
    {
        var (publisher, lab) = (await PublisherAsync(), await PublisherAsync());
        for (var n = 0; n < 6; n++)
        {
            var share = (await _stores.Shares.CreateAsync(Share(publisher, lab), AsAda, Ct)).ValueOrThrow();
            if (n < 3) (await _stores.Shares.SubscribeAsync(share, lab, AsBob, Ct)).ValueOrThrow();
        }

        var dataset = (await _stores.Datasets.CreateAsync(Dataset(publisher, "atlas"), AsAda, Ct)).ValueOrThrow();
        await CostsAsync(3, reads: 4 + 3, 0, async () =>
        {
            var items = await _stores.Requests.ReadAsync(lab, Person, null, dataset.Id, Ct);
            Assert.Equal(3, (await _stores.Shares.ListBetweenAsync(items.Dataset!.ProjectId, lab, Ct)).Count);
        });
    }

    public void Dispose() => _meter.Dispose();

    private async Task CostsAsync(int roundTrips, decimal reads, decimal writes, Func<Task> work)
    {
        _meter.Reset();
        await work();
        TestContext.Current.SendDiagnosticMessage($"{TestContext.Current.TestCase!.TestMethodName}: {_meter.RoundTrips} round trips, {_meter.ReadUnits} reads, {_meter.WriteUnits} writes");
        Assert.InRange(_meter.RoundTrips, 1, roundTrips);
        Assert.InRange(_meter.ReadUnits, reads > 0 ? 1 : 0, reads);
        Assert.InRange(_meter.WriteUnits, writes > 0 ? 1 : 0, writes);
    }

    private async Task<ProjectId> PublisherAsync() => (await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow().Id;

    private async Task<Share> PublishAsync(IEnumerable<ProjectId> labs) => (await _stores.Shares.CreateAsync(Share(await PublisherAsync(), labs), AsAda, Ct)).ValueOrThrow();
}
