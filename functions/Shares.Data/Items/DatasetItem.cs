using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>A dataset: <c>DATASET#{d}</c>, <c>META</c>. Stays after deletion, with status DELETED.</summary>
public static class DatasetItem
{
    public const string Prefix = "DATASET#";

    public static string Partition(DatasetId id) => $"{Prefix}{id}";

    public static Key KeyOf(DatasetId id) => new(Partition(id), Key.Meta);

    public static Item ToItem(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return DatasetIndexItem.WithSummary(KeyOf(dataset.Id).ToItem(), dataset)
            .With("Project", dataset.ProjectId.ToString())
            .With("StatusMessage", dataset.StatusMessage)
            .With("ExpectedFiles", dataset.ExpectedFiles)
            .With("Version", dataset.Version);
    }

    public static Dataset FromItem(Item item)
    {
        var id = UuidId.Parse<DatasetId>(Key.Of(item).Partition[Prefix.Length..]);
        var summary = DatasetIndexItem.ReadSummary(item, id, item.Id<ProjectId>("Project"));
        return new()
        {
            Id = id,
            ProjectId = summary.ProjectId,
            Name = summary.Name,
            Description = summary.Description,
            ProcessId = summary.ProcessId,
            SourceDatasetIds = summary.SourceDatasetIds,
            Status = summary.Status,
            Tags = summary.Tags,
            CreatedBy = summary.CreatedBy,
            CreatedAt = summary.CreatedAt,
            UpdatedAt = summary.UpdatedAt,
            TotalSize = summary.TotalSize,
            FileCount = summary.FileCount,
            StatusMessage = item.Text("StatusMessage"),
            ExpectedFiles = item.Texts("ExpectedFiles"),
            Version = item.Number("Version"),
        };
    }
}
