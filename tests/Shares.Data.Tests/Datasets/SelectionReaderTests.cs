using CsCheck;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Datasets;

/// <summary>What is read through the index is what the rule says of every single dataset.</summary>
public sealed class SelectionReaderTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private static readonly string[] Tags = ["a", "b", "a#b", "%23", "rare", "A"];
    private static readonly string[] People = ["ada", "bob", "ada#bob"];
    private static readonly string[] Types = ["fastq", "bam"];

    private readonly Stores _stores = fixture.Stores;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Selecting_agrees_with_the_rule_for_every_selection_page_size_and_place()
    {
        var (publisher, other) = (New<ProjectId>(), New<ProjectId>());
        var all = new List<Dataset>();
        foreach (var dataset in Random(publisher).Array[40].Single().Concat(Random(other).Array[5].Single())) all.Add((await _stores.Datasets.CreateAsync(dataset, AsAda, Ct)).ValueOrThrow());
        foreach (var deleted in all.Take(2)) await _stores.Datasets.DeleteAsync(deleted.Id, null, AsAda, Ct);
        var own = (await _stores.Datasets.FindManyAsync([.. all.Select(d => d.Id)], Ct)).Values.Where(d => d.ProjectId == publisher).OrderBy(d => d.Id.Value).ToList();

        await Gen.Select(SelectionOf(all), Gen.Int[1, 45], Gen.Int[0, all.Count - 1]).SampleAsync(async (selection, pageSize, place) =>
        {
            var expected = own.Where(selection.Matches).Select(DatasetIndexItem.Summary).ToList();
            Same.As(expected, await ByPagesAsync(publisher, selection, null, pageSize));
            var after = all[place].Id;
            Same.As(expected.Where(d => d.Id.Value > after.Value).ToList(), await ByPagesAsync(publisher, selection, after, pageSize));
        }, iter: 60, threads: 1);
    }

    [Fact]
    public async Task No_conditions_select_nothing()
    {
        var dataset = (await _stores.Datasets.CreateAsync(Dataset(New<ProjectId>(), "a"), AsAda, Ct)).ValueOrThrow();
        Assert.Empty(await ByPagesAsync(dataset.ProjectId, new Selection([]), null, 10));
    }

    /// <summary>As a caller pages: the next page begins after the last dataset of the page before.</summary>
    private async Task<List<DatasetSummary>> ByPagesAsync(ProjectId publisher, Selection selection, DatasetId? after, int pageSize)
    {
        var found = new List<DatasetSummary>();
        for (var more = true; more;)
        {
            var page = await _stores.Selections.SelectAsync(publisher, selection, after, pageSize, Ct).Take(pageSize).ToListAsync(Ct);
            found.AddRange(page);
            more = page.Count == pageSize;
            if (page.Count > 0) after = page[^1].Id;
        }

        return found;
    }

    private static Gen<Dataset> Random(ProjectId project) =>
        from id in Gen.Guid
        from tags in Gen.Int[0, Tags.Length - 1].Array[0, 4]
        from rest in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, 3])
        select Dataset(project, [.. tags.Distinct().Select(tag => Tags[tag])]) with
        {
            Id = new DatasetId(id),
            CreatedBy = UserId.Parse(People[rest.Item1]),
            ProcessId = Types[rest.Item2],
            Status = rest.Item3 == 0 ? DatasetStatus.Pending : DatasetStatus.Completed,
        };

    private static Gen<Selection> SelectionOf(List<Dataset> all) => Gen.Select(Gen.Enum<SelectionField>(), Gen.Int[0, 99], (field, choice) => new Condition(field, field switch
    {
        SelectionField.Tag => choice == 0 ? "nobody has it" : Tags[choice % Tags.Length],
        SelectionField.CreatedBy => People[choice % People.Length],
        SelectionField.ProcessId => Types[choice % Types.Length],
        _ => choice == 0 ? "no id at all" : all[choice % all.Count].Id.ToString(),
    })).Array[0, 6].Select(conditions => new Selection(conditions));
}
