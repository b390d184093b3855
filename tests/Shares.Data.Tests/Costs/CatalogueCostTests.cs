using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Items;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Costs;

public sealed class CatalogueCostTests(TableFixture fixture) : CostTest(fixture)
{
    [Fact]
    public async Task A_request_reads_its_project_and_caller_for_2()
    {
        var publisher = await PublisherAsync();
        await CostsAsync(1, reads: 2, 0, () => Stores.Requests.ReadAsync(publisher, Person, null, null, Ct));
    }

    [Fact]
    public async Task Listing_100_own_datasets_costs_at_most_13()
    {
        var project = New<ProjectId>();
        for (var n = 0; n < 100; n++) await Stores.Datasets.CreateAsync(Dataset(project, "one tag", "another tag"), AsAda, Ct);
        await CostsAsync(1, reads: 13, 0, () => Stores.Datasets.ListOwnAsync(project, null, 100, Ct).Take(100).ToListAsync(Ct).AsTask());
    }

    [Fact]
    public async Task A_page_of_a_selection_costs_at_most_20_however_many_other_datasets_there_are()
    {
        var project = New<ProjectId>();
        for (var n = 0; n < 120; n++) await Stores.Datasets.CreateAsync(Dataset(project, n < 100 ? "wanted" : "other"), AsAda, Ct);
        var selection = new Selection([new(SelectionField.Tag, "wanted"), new(SelectionField.Tag, "nobody has it")]);
        await CostsAsync(3, reads: 20, 0, () => Stores.Selections.SelectAsync(project, selection, null, 100, Ct).Take(100).ToListAsync(Ct).AsTask());
    }

    [Fact]
    public async Task A_selection_reads_the_field_with_the_fewest_datasets()
    {
        var project = New<ProjectId>();
        for (var n = 0; n < 60; n++) await Stores.Datasets.CreateAsync(Dataset(project, n == 7 ? "rare" : "common"), AsAda, Ct);
        var selection = new Selection([new(SelectionField.Tag, "rare"), new(SelectionField.ProcessId, "fastq"), new(SelectionField.CreatedBy, "ada")]);
        await CostsAsync(2, reads: 3 + 1, 0, async () => Assert.Single(await Stores.Selections.SelectAsync(project, selection, null, 100, Ct).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Deciding_access_to_an_own_dataset_costs_3_in_one_round_trip()
    {
        var publisher = await PublisherAsync();
        var dataset = (await Stores.Datasets.CreateAsync(Dataset(publisher), AsAda, Ct)).ValueOrThrow();
        await CostsAsync(1, reads: 3, 0, () => Stores.Requests.ReadAsync(publisher, Person, null, dataset.Id, Ct));
    }

    [Fact]
    public async Task Deciding_access_to_a_shared_dataset_costs_at_most_4_plus_the_shares_subscribed()
    {
        var (publisher, lab) = (await PublisherAsync(), await PublisherAsync());
        for (var n = 0; n < 6; n++)
        {
            var share = (await Stores.Shares.CreateAsync(Share(publisher, lab), AsAda, Ct)).ValueOrThrow();
            if (n < 3) (await Stores.Shares.SubscribeAsync(share, lab, AsBob, Ct)).ValueOrThrow();
        }

        var dataset = (await Stores.Datasets.CreateAsync(Dataset(publisher, "atlas"), AsAda, Ct)).ValueOrThrow();
        await CostsAsync(3, reads: 4 + 3, 0, async () =>
        {
            var items = await Stores.Requests.ReadAsync(lab, Person, null, dataset.Id, Ct);
            Assert.Equal(3, (await Stores.Shares.ListBetweenAsync(items.Dataset!.ProjectId, lab, Ct)).Count);
        });
    }

    [Fact]
    public async Task The_projects_of_a_member_of_500_cost_2_round_trips()
    {
        var user = UserId.Parse($"{New<ShareId>()}");
        var projects = Enumerable.Range(0, 500).Select(n => Project($"project {n}")).ToList();
        await Stores.Table.PutManyAsync(projects.Select(ProjectItem.ToItem), Ct);
        await Stores.Table.PutManyAsync(projects.Select(project => MembershipItem.ToItem(new(project.Id, user, Role.Admin))), Ct);
        await CostsAsync(2, reads: 20 + 500, 0, async () => Assert.Equal(500, (await Stores.Projects.ListForUserAsync(user, Ct)).Count));
    }

    [Fact]
    public async Task Completing_a_dataset_costs_at_most_6_and_4_for_each_of_its_values()
    {
        var dataset = (await Stores.Datasets.CreateAsync(Dataset(New<ProjectId>(), "a", "b", "c") with { Status = Core.Datasets.DatasetStatus.Pending }, AsAda, Ct)).ValueOrThrow();
        await CostsAsync(2, reads: 1, writes: 6 + (4 * 5), () => Stores.Datasets.UpdateAsync(
            dataset.Id, null, AsAda, d => d with { Status = Core.Datasets.DatasetStatus.Completed, TotalSize = new(1), FileCount = 1 }, Ct));
    }

    [Fact]
    public async Task The_numbers_of_a_selection_by_one_value_cost_1_however_many_datasets_have_it()
    {
        var project = New<ProjectId>();
        for (var n = 0; n < 20; n++) await Stores.Datasets.CreateAsync(Dataset(project, "a"), AsAda, Ct);
        Condition value = new(SelectionField.Tag, "a");
        await CostsAsync(1, reads: 1, 0, async () => Assert.Equal(20, (await Stores.Datasets.FindFacetsAsync(project, [value], Ct))[value].Completed));
    }
}
