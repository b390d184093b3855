using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Shares.Local.Signing;

/// <summary>Reads lines and counted bytes from a body. An early end is an <see cref="InvalidPayloadException"/>.</summary>
public sealed class ChunkReader(PipeReader reader)
{
    private const int MaximumLine = 4096;

    /// <returns>A line without its CRLF, or <see langword="null"/> at the end of the body.</returns>
    public async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            if (result.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.ASCII.GetString(result.Buffer.Slice(0, end));
                reader.AdvanceTo(result.Buffer.GetPosition(1, end));
                return line.EndsWith('\r') ? line[..^1] : throw InvalidPayloadException.Incomplete("A chunk's header does not end in CRLF.");
            }

            var length = result.Buffer.Length;
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            if (length > MaximumLine) throw InvalidPayloadException.Incomplete("A chunk's header is too long.");
            if (result.IsCompleted) return length == 0 ? null : throw InvalidPayloadException.Incomplete("The body ends within a line.");
        }
    }

    /// <returns>At least one byte.</returns>
    public async ValueTask<int> ReadSomeAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        var result = await reader.ReadAsync(cancellationToken);
        var count = (int)Math.Min(target.Length, result.Buffer.Length);
        if (count == 0) throw InvalidPayloadException.Incomplete("The body ends within a chunk.");
        var part = result.Buffer.Slice(0, count);
        part.CopyTo(target.Span);
        reader.AdvanceTo(part.End);
        return count;
    }

    public async ValueTask ReadExactlyAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        while (target.Length > 0) target = target[await ReadSomeAsync(target, cancellationToken)..];
    }

    public async ValueTask ExpectEndOfChunkAsync(CancellationToken cancellationToken)
    {
        var end = new byte[2];
        await ReadExactlyAsync(end, cancellationToken);
        if (end is not [(byte)'\r', (byte)'\n']) throw InvalidPayloadException.Incomplete("A chunk is longer than its header says.");
    }
}
