using Shares.Core.Sharing;

namespace Shares.Api.PreviewShare;

/// <summary>What an edit brings and takes, by looking at no more datasets than that takes.</summary>
/// <param name="known">What the new selection holds, where that is known already.</param>
internal sealed class PreviewDiff(Selection before, Selection after, SelectionTally tally, PreviewCount? known)
{
    private readonly bool _isSame = before.Conditions.ToHashSet().SetEquals(after.Conditions);
    private readonly bool _isNew = before.Conditions.Count == 0;

    /// <summary>Whether nothing is left to count, so that only those datasets are looked at that are shown.</summary>
    public bool IsCounted => known is not null && (_isSame || _isNew);

    /// <summary>Whether looking at further datasets would tell nothing more.</summary>
    public bool IsEnough => IsCounted && (_isSame || tally.Added.First.Count == DatasetSum.MostShown);

    public ChangedDatasets Added(bool sawAll) => (_isSame, _isNew, known) switch
    {
        (true, _, _) => new(0, IsExact: true, []),
        (_, true, { } total) => new(total.Datasets, IsExact: true, tally.Added.First),
        _ => new(tally.Added.Count, sawAll, tally.Added.First),
    };

    public ChangedDatasets Removed(bool sawAll) => new(tally.Removed.Count, sawAll || _isSame || _isNew, tally.Removed.First);
}
