namespace Shares.Core.Datasets;

/// <summary>Only COMPLETED datasets are selected by shares.</summary>
public enum DatasetStatus
{
    Pending,
    Running,
    Completed,
    Failed,
    Archived,
    Deleted,
}
