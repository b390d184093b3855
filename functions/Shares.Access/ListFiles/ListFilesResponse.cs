using System.Collections.ObjectModel;

namespace Shares.Access.ListFiles;

/// <param name="Domain">
/// <c>s3://{bucket, or alias of an access point}/datasets/{d}</c>, to put before the paths; empty while storage is being set up for a share.
/// </param>
/// <param name="TotalFiles">
/// Of the whole dataset. Before the end of the list it is the number counted when the dataset was completed, and at least one more
/// than the files so far.
/// </param>
internal sealed record ListFilesResponse(string Domain, IReadOnlyList<FileEntry> Files, long TotalFiles)
{
    /// <summary>Results of analyses that Cirro shows; none are made here.</summary>
    public IReadOnlyList<string> Viz { get; } = [];
    public IReadOnlyList<string> Tables { get; } = [];
    public IReadOnlyList<string> Artifacts { get; } = [];
}

/// <param name="Path">Relative to the domain, as storage names it.</param>
/// <param name="Size">In bytes.</param>
internal sealed record FileEntry(string Path, long Size)
{
    public IReadOnlyDictionary<string, string> Metadata { get; } = ReadOnlyDictionary<string, string>.Empty;
}
