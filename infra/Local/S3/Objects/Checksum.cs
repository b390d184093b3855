using System.Security.Cryptography;
using Shares.Local.Signing;

namespace Shares.Local.S3.Objects;

/// <summary>The checksum that a client sends with a body, in a header or after the body in a trailer, and its computation.</summary>
public sealed class Checksum
{
    private const string Prefix = "x-amz-checksum-";
    private readonly Action<ReadOnlySpan<byte>> _append;
    private readonly Func<byte[]> _hash;

    private Checksum(string header, Action<ReadOnlySpan<byte>> append, Func<byte[]> hash)
    {
        Header = header;
        _append = append;
        _hash = hash;
    }

    /// <summary>Such as <c>x-amz-checksum-crc32</c>.</summary>
    public string Header { get; }

    /// <returns>The checksum that the request announces, or <see langword="null"/>.</returns>
    public static Checksum? Of(HttpRequest request)
    {
        var names = request.Headers.Keys.Append(request.Headers["x-amz-trailer"].ToString());
        return names.Select(name => Create(name.ToLowerInvariant())).FirstOrDefault(checksum => checksum is not null);
    }

    public void Append(ReadOnlyMemory<byte> data) => _append(data.Span);

    /// <returns>The value in base64 when it is what the client sent, else <see langword="null"/>. Call after the body was read.</returns>
    public string? Verified(HttpRequest request)
    {
        var trailers = request.HttpContext.Features.Get<ChunkedBodyStream>()?.Trailers;
        var sent = request.Headers.TryGetValue(Header, out var value) ? value.ToString() : trailers?.GetValueOrDefault(Header);
        var computed = Convert.ToBase64String(_hash());
        return sent == computed ? computed : null;
    }

    private static Checksum? Create(string header) => !header.StartsWith(Prefix, StringComparison.Ordinal) ? null : header[Prefix.Length..] switch
    {
        "crc32" => Crc(header, new ReflectedCrc(32, 0xEDB88320)),
        "crc32c" => Crc(header, new ReflectedCrc(32, 0x82F63B78)),
        "crc64nvme" => Crc(header, new ReflectedCrc(64, 0x9A6C9329AC4BC9B5)),
        "sha1" => Hash(header, HashAlgorithmName.SHA1),
        "sha256" => Hash(header, HashAlgorithmName.SHA256),
        _ => null,
    };

    private static Checksum Crc(string header, ReflectedCrc crc) => new(header, crc.Append, crc.Hash);

    private static Checksum Hash(string header, HashAlgorithmName algorithm)
    {
        var hash = IncrementalHash.CreateHash(algorithm);
        return new(header, hash.AppendData, hash.GetCurrentHash);
    }
}
