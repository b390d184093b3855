using Shares.Core.Datasets;

namespace Shares.Data.Datasets;

/// <summary>What datasets add to a facet; negative when they leave it.</summary>
public readonly record struct FacetNumbers(long Count, long Completed, long Bytes, long Files)
{
    public static FacetNumbers Of(DatasetSummary dataset) => dataset.Status switch
    {
        DatasetStatus.Deleted => default,
        DatasetStatus.Completed => new(1, 1, dataset.TotalSize?.Value ?? 0, dataset.FileCount ?? 0),
        _ => new(1, 0, 0, 0),
    };

    public static FacetNumbers operator +(FacetNumbers left, FacetNumbers right) =>
        new(left.Count + right.Count, left.Completed + right.Completed, left.Bytes + right.Bytes, left.Files + right.Files);

    public static FacetNumbers operator -(FacetNumbers left, FacetNumbers right) =>
        new(left.Count - right.Count, left.Completed - right.Completed, left.Bytes - right.Bytes, left.Files - right.Files);
}
