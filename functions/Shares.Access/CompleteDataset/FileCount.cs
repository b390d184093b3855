using Shares.Aws.Objects;
using Shares.Core;

namespace Shares.Access.CompleteDataset;

/// <summary>What is in storage of a dataset.</summary>
/// <param name="Missing">Announced files that are not there, sorted.</param>
internal sealed record FileCount(long Files, ByteCount Bytes, IReadOnlyList<string> Missing)
{
    /// <summary>Where uploads go, below the dataset's prefix.</summary>
    private const string UploadFolder = "data/";

    /// <param name="expected">Paths relative to the dataset's <c>data/</c>.</param>
    public static async Task<FileCount> OfAsync(IAsyncEnumerable<StoredFile> stored, IEnumerable<string> expected, CancellationToken ct)
    {
        var missing = expected.Select(name => UploadFolder + name).ToHashSet(StringComparer.Ordinal);
        long files = 0;
        var bytes = default(ByteCount);
        await foreach (var file in stored.WithCancellation(ct))
        {
            files++;
            bytes += new ByteCount(file.Size);
            missing.Remove(file.Path);
        }

        return new(files, bytes, [.. missing.Select(path => path[UploadFolder.Length..]).Order(StringComparer.Ordinal)]);
    }
}
