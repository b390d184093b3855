using System.Globalization;
using System.Text;

namespace Shares.Local.Signing;

/// <summary>
/// Decodes <c>aws-chunked</c>: <c>{hex size}[;chunk-signature=…]CRLF{bytes}CRLF</c>, ended by a chunk of size 0 and trailers.
/// A signed chunk is passed on only after its signature was checked.
/// </summary>
/// <param name="signatures"><see langword="null"/> when chunks are not signed (<c>STREAMING-UNSIGNED-PAYLOAD-TRAILER</c>).</param>
/// <param name="decodedLength">What <c>x-amz-decoded-content-length</c> announced.</param>
public sealed class ChunkedBodyStream(ChunkReader reader, ChunkSignatures? signatures, bool signedTrailer, long decodedLength) : BodyStream
{
    // SDKs sign chunks of 64 KiB to 1 MiB; a signed chunk is held in memory.
    private const int MaximumSignedChunk = 16 * 1024 * 1024;
    private const string SignatureField = "chunk-signature=";

    private readonly Dictionary<string, string> _trailers = new(StringComparer.OrdinalIgnoreCase);
    private ReadOnlyMemory<byte> _verified;
    private long _unsignedLeft;
    private long _total;
    private bool _ended;

    /// <summary>Headers after the body, complete when the body has been read to its end.</summary>
    public IReadOnlyDictionary<string, string> Trailers => _trailers;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0) return 0;
        while (_verified.Length == 0 && _unsignedLeft == 0)
        {
            if (_ended) return 0;
            await NextChunkAsync(cancellationToken);
        }

        if (_verified.Length > 0)
        {
            var part = _verified[..Math.Min(buffer.Length, _verified.Length)];
            part.CopyTo(buffer);
            _verified = _verified[part.Length..];
            return part.Length;
        }

        var count = await reader.ReadSomeAsync(buffer[..(int)Math.Min(buffer.Length, _unsignedLeft)], cancellationToken);
        _unsignedLeft -= count;
        if (_unsignedLeft == 0) await reader.ExpectEndOfChunkAsync(cancellationToken);
        return count;
    }

    private async ValueTask NextChunkAsync(CancellationToken cancellationToken)
    {
        var (size, signature) = ParseHeader(await reader.ReadLineAsync(cancellationToken));
        _total += size;
        if (_total > decodedLength) throw InvalidPayloadException.Incomplete("The body is longer than x-amz-decoded-content-length.");
        if (size == 0) await EndAsync(signature, cancellationToken);
        else if (signatures is null) _unsignedLeft = size;
        else
        {
            if (size > MaximumSignedChunk) throw InvalidPayloadException.Incomplete("A signed chunk is over 16 MiB.");
            var data = new byte[size];
            await reader.ReadExactlyAsync(data, cancellationToken);
            await reader.ExpectEndOfChunkAsync(cancellationToken);
            signatures.CheckChunk(signature, data);
            _verified = data;
        }
    }

    private static (long Size, string Signature) ParseHeader(string? line)
    {
        var semicolon = line?.IndexOf(';', StringComparison.Ordinal) ?? -1;
        var digits = semicolon < 0 ? line : line![..semicolon];
        if (!long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
            throw InvalidPayloadException.Incomplete("A chunk's size cannot be read.");
        var extension = semicolon < 0 ? "" : line![(semicolon + 1)..];
        return (size, extension.StartsWith(SignatureField, StringComparison.Ordinal) ? extension[SignatureField.Length..] : "");
    }

    private async ValueTask EndAsync(string signature, CancellationToken cancellationToken)
    {
        _ended = true;
        signatures?.CheckChunk(signature, []);
        var lines = new StringBuilder();
        var trailerSignature = "";
        while (await reader.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1) throw InvalidPayloadException.Incomplete("A trailer is not NAME:VALUE.");
            var (name, value) = (line[..colon].ToLowerInvariant(), line[(colon + 1)..].Trim());
            if (name == "x-amz-trailer-signature") trailerSignature = value;
            else if (_trailers.TryAdd(name, value)) lines.Append(name).Append(':').Append(value).Append('\n');
        }

        if (signedTrailer) signatures?.CheckTrailer(trailerSignature, lines.ToString());
        if (_total != decodedLength) throw InvalidPayloadException.Incomplete("The body is shorter than x-amz-decoded-content-length.");
    }
}
