using Shares.Local.S3.Objects;
using Shares.Local.Signing;

namespace Shares.Local.S3.Multipart;

/// <summary>Parts of files read as one stream; each file is opened when its turn comes and closed after it.</summary>
public sealed class BlobSequence(IEnumerable<(Func<FileStream> Open, ByteRange Part)> parts) : BodyStream
{
    private readonly Queue<(Func<FileStream> Open, ByteRange Part)> _parts = new(parts);
    private FileStream? _current;
    private long _left;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_left == 0)
        {
            if (_current is not null) await _current.DisposeAsync();
            _current = null;
            if (!_parts.TryDequeue(out var next)) return 0;
            _current = next.Open();
            _current.Position = next.Part.Offset;
            _left = next.Part.Length;
        }

        var count = await _current!.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
        if (count == 0) throw new IOException("A blob is shorter than its record says.");
        _left -= count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _current?.Dispose();
        base.Dispose(disposing);
    }
}
