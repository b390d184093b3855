using CsCheck;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Core.Tests.Sharing;

public sealed class SelectionTests
{
    private static readonly Gen<string> Word = Some.OneOf("rna", "dna", "RNA", "x", "a#b");
    private static readonly Gen<int> Number = Gen.Int[1, 4];

    private static readonly Gen<Condition> AnyCondition = Gen.OneOf(
        Word.Select(w => new Condition(SelectionField.Tag, w)),
        Word.Select(w => new Condition(SelectionField.CreatedBy, w)),
        Word.Select(w => new Condition(SelectionField.ProcessId, w)),
        Number.Select(n => new Condition(SelectionField.DatasetId, Some.DatasetId(n).ToString())));

    private static readonly Gen<Dataset> AnyDataset =
        Gen.Select(Number, Word.List[0, 3], Word, Word, Gen.Enum<DatasetStatus>(), (n, tags, by, type, status) => Some.Dataset(n) with
        {
            Tags = tags,
            CreatedBy = UserId.Parse(by),
            ProcessId = type,
            Status = status,
        });

    [Fact]
    public void A_dataset_is_selected_exactly_as_the_rule_says() =>
        Gen.Select(AnyCondition.List[0, 6], AnyDataset).Sample((conditions, dataset) =>
            new Selection(conditions).Matches(dataset) == Rule(conditions, dataset), iter: 20_000);

    [Fact]
    public void Repeating_or_reordering_conditions_changes_nothing() =>
        Gen.Select(AnyCondition.List[0, 6], AnyDataset).Sample((conditions, dataset) =>
            new Selection(conditions).Matches(dataset) == new Selection([.. conditions.AsEnumerable().Reverse(), .. conditions]).Matches(dataset));

    [Fact]
    public void No_conditions_select_nothing() => Assert.False(new Selection([]).Matches(Some.Dataset()));

    [Fact]
    public void Values_are_compared_case_sensitively() =>
        Assert.False(new Selection([new Condition(SelectionField.Tag, "RNA-seq")]).Matches(Some.Dataset()));

    [Fact]
    public void A_share_holds_only_the_publishers_own_datasets() =>
        Assert.False(Some.Share().Holds(Some.Dataset() with { ProjectId = Some.Stranger }));

    /// <summary>The rule as a person would read it from the contract, written without a look at the code.</summary>
    private static bool Rule(List<Condition> conditions, Dataset dataset)
    {
        if (dataset.Status != DatasetStatus.Completed) return false;
        if (conditions.Contains(new Condition(SelectionField.DatasetId, dataset.Id.ToString()))) return true;
        var tags = conditions.Where(c => c.Field == SelectionField.Tag).Select(c => c.Value).ToList();
        var creators = conditions.Where(c => c.Field == SelectionField.CreatedBy).Select(c => c.Value).ToList();
        var types = conditions.Where(c => c.Field == SelectionField.ProcessId).Select(c => c.Value).ToList();
        if (tags.Count + creators.Count + types.Count == 0) return false;
        return (tags.Count == 0 || tags.Intersect(dataset.Tags).Any())
            && (creators.Count == 0 || creators.Contains(dataset.CreatedBy.ToString()))
            && (types.Count == 0 || types.Contains(dataset.ProcessId));
    }
}
