using Shares.Core.Ids;

namespace Shares.Core.Datasets;

/// <summary>Files under <c>datasets/{id}/</c> in the owning project's bucket, with tags, a creator and a data type.</summary>
public sealed record Dataset : DatasetSummary
{
    public string StatusMessage { get; init; } = "";

    /// <summary>Paths that the uploader announced, relative to the dataset's <c>data/</c>.</summary>
    public IReadOnlyList<string> ExpectedFiles { get; init; } = [];

    /// <summary>Grows by one with every change; writes are conditional on it.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Key prefix of all files of a dataset, with the slash at its end.</summary>
    public static string Prefix(DatasetId id) => $"datasets/{id}/";

    /// <summary>Key prefix that an upload may write under, with the slash at its end.</summary>
    public static string UploadPrefix(DatasetId id) => $"datasets/{id}/data/";
}
