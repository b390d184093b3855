using Shares.Core;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// A dataset's summary under everything that lists and selections look for: <c>PROJECT#{p}#ALL</c>, <c>…#TAG#{tag}</c>,
/// <c>…#CREATOR#{user}</c> and <c>…#TYPE#{processId}</c>, each with <c>DATASET#{d}</c>.
/// </summary>
public static class DatasetIndexItem
{
    public static string AllOf(ProjectId project) => $"{ProjectItem.Partition(project)}#ALL";

    /// <summary>The partition of the datasets that have this value. There is none for DATASET_ID.</summary>
    public static string Partition(ProjectId project, Condition having) =>
        $"{ProjectItem.Partition(project)}#{Word(having.Field)}#{KeyText.Escape(having.Value)}";

    public static string SortOf(DatasetId id) => $"{DatasetItem.Prefix}{id}";

    /// <summary>The values of a dataset that selections can look for: its tags, its creator and its type.</summary>
    public static IEnumerable<Condition> ValuesOf(DatasetSummary dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.Tags.Distinct(StringComparer.Ordinal).Select(tag => new Condition(SelectionField.Tag, tag))
            .Append(new(SelectionField.CreatedBy, dataset.CreatedBy.ToString()))
            .Append(new(SelectionField.ProcessId, dataset.ProcessId));
    }

    public static Item ToItem(string partition, DatasetSummary dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return WithSummary(new Key(partition, SortOf(dataset.Id)).ToItem(), dataset);
    }

    public static DatasetSummary FromItem(Item item)
    {
        var key = Key.Of(item);
        var project = key.Partition[ProjectItem.Prefix.Length..].Split('#')[0];
        return ReadSummary(item, UuidId.Parse<DatasetId>(key.Sort[DatasetItem.Prefix.Length..]), UuidId.Parse<ProjectId>(project));
    }

    /// <summary>What an index row would give of a dataset.</summary>
    public static DatasetSummary Summary(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return FromItem(ToItem(AllOf(dataset.ProjectId), dataset));
    }

    internal static Item WithSummary(Item item, DatasetSummary dataset) => item
        .With("Name", dataset.Name)
        .With("Description", dataset.Description)
        .With("Type", dataset.ProcessId)
        .With("Sources", dataset.SourceDatasetIds, id => AttributeWriting.Bytes(id.Value))
        .With("Status", dataset.Status)
        .With("Tags", dataset.Tags)
        .With("CreatedBy", dataset.CreatedBy.ToString())
        .With("CreatedAt", dataset.CreatedAt)
        .With("UpdatedAt", dataset.UpdatedAt)
        .With("Bytes", dataset.TotalSize?.Value)
        .With("Files", dataset.FileCount);

    internal static DatasetSummary ReadSummary(Item item, DatasetId id, ProjectId project) => new()
    {
        Id = id,
        ProjectId = project,
        Name = item.Text("Name"),
        Description = item.Text("Description"),
        ProcessId = item.Text("Type"),
        SourceDatasetIds = item.List("Sources", value => new DatasetId(new Guid(value.B.ToArray(), bigEndian: true))),
        Status = item.Name<DatasetStatus>("Status"),
        Tags = item.Texts("Tags"),
        CreatedBy = item.User("CreatedBy"),
        CreatedAt = item.Time("CreatedAt"),
        UpdatedAt = item.Time("UpdatedAt"),
        TotalSize = item.NumberOrNull("Bytes") is { } bytes ? new ByteCount(bytes) : null,
        FileCount = item.NumberOrNull("Files"),
    };

    private static string Word(SelectionField field) => field switch
    {
        SelectionField.Tag => "TAG",
        SelectionField.CreatedBy => "CREATOR",
        SelectionField.ProcessId => "TYPE",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Datasets are not indexed by this field."),
    };
}
