using System.IO.Compression;
using System.Text.Json;

namespace Shares.Billing.MakeStatements;

/// <summary>
/// The ledger of a month as it was at one moment, packed in a file of this run: everything of a statement is made from it, so that its parts agree
/// although the ledger goes on. Gone when it is disposed.
/// </summary>
public sealed class SnapshotFile : IAsyncDisposable
{
    private readonly FileStream _file = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
        FileOptions.Asynchronous | FileOptions.DeleteOnClose);

    /// <summary>Lines that are written are packed into the file; it is whole when this is disposed.</summary>
    public Stream OpenWrite() => new GZipStream(_file, CompressionLevel.Fastest, leaveOpen: true);

    /// <summary>One reader at a time.</summary>
    public IAsyncEnumerable<SnapshotLine> ReadAsync(CancellationToken ct)
    {
        _file.Position = 0;
        return ReadAsync(_file, ct);
    }

    /// <summary>Copies the file, packed as it is.</summary>
    public Task CopyToAsync(Stream output, CancellationToken ct)
    {
        _file.Position = 0;
        return _file.CopyToAsync(output, ct);
    }

    public static async IAsyncEnumerable<SnapshotLine> ReadAsync(Stream packed, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var json = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
        await foreach (var line in JsonSerializer.DeserializeAsyncEnumerable(json, SnapshotJson.Default.SnapshotLine, topLevelValues: true, ct))
        {
            if (line is not null) yield return line;
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
