using Shares.Core.Datasets;
using Shares.Core.Sharing;

namespace Shares.Api.ListDatasets;

/// <summary>A dataset that was looked at, and the share whose it may be; null for an own one.</summary>
internal readonly record struct SeenDataset(DatasetSummary Dataset, Share? Through)
{
    /// <summary>Whether the project sees the dataset by this.</summary>
    public bool IsSeen => Through is null || Through.Holds(Dataset);

    /// <summary>Of two ways to see one dataset the one that gives more: own, then with downloads, then the lowest id.</summary>
    public static SeenDataset Widest(SeenDataset left, SeenDataset right) => Rank(left).CompareTo(Rank(right)) <= 0 ? left : right;

    private static (int Kind, Guid Id) Rank(SeenDataset seen) => seen switch
    {
        { Through: null } => (0, Guid.Empty),
        { IsSeen: false } => (3, Guid.Empty),
        { Through: { } share } => (share.AllowsDownloads ? 1 : 2, share.Id.Value),
    };
}
