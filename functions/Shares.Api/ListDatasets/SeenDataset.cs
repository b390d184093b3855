using Shares.Core.Datasets;
using Shares.Core.Sharing;

namespace Shares.Api.ListDatasets;

/// <summary>A dataset, and the share that shows it; null for an own one.</summary>
internal readonly record struct SeenDataset(DatasetSummary Dataset, Share? Through)
{
    /// <summary>Of two ways to see one dataset the one that gives more: own, then with downloads, then the lowest id.</summary>
    public static SeenDataset Widest(SeenDataset left, SeenDataset right) => Rank(left).CompareTo(Rank(right)) <= 0 ? left : right;

    private static (int Kind, Guid Id) Rank(SeenDataset seen) => seen.Through is null
        ? (0, Guid.Empty)
        : (seen.Through.IsViewRestricted ? 2 : 1, seen.Through.Id.Value);
}
