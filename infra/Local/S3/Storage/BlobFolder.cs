using System.Security.Cryptography;

namespace Shares.Local.S3.Storage;

/// <summary>Files of bytes under names that nobody outside chooses. A file is written once; a reader keeps what it opened.</summary>
public sealed class BlobFolder
{
    private readonly string _folder;
    private readonly TimeProvider _time;

    public BlobFolder(string folder, TimeProvider time)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        _time = time;
    }

    /// <summary>Writes a new blob. When the content fails, nothing is left of it.</summary>
    /// <param name="observe">Sees every byte once, in order.</param>
    public async Task<ReceivedBlob> ReceiveAsync(Stream content, Action<ReadOnlyMemory<byte>>? observe, CancellationToken cancellationToken)
    {
        var name = Guid.CreateVersion7(_time.GetUtcNow()).ToString("N");
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        try
        {
            await using var file = new FileStream(PathOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true);
            var block = new byte[128 * 1024];
            for (int count; (count = await content.ReadAsync(block, cancellationToken)) > 0;)
            {
                md5.AppendData(block, 0, count);
                observe?.Invoke(block.AsMemory(0, count));
                await file.WriteAsync(block.AsMemory(0, count), cancellationToken);
            }

            return new ReceivedBlob(name, file.Position, md5.GetCurrentHash());
        }
        catch
        {
            Delete(name);
            throw;
        }
    }

    public FileStream Open(string name) =>
        new(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, useAsync: true);

    public void Delete(string name) => File.Delete(PathOf(name));

    /// <summary>Removes what no record names, left behind by a host that was killed while it wrote.</summary>
    public void DeleteAllBut(IReadOnlySet<string> names)
    {
        foreach (var path in Directory.EnumerateFiles(_folder))
        {
            if (!names.Contains(Path.GetFileName(path))) File.Delete(path);
        }
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
