using System.Security.Cryptography;
using System.Text;
using Shares.Aws.Sessions;

namespace Shares.Aws.Objects;

/// <summary>
/// Signs URLs that read (GET) the objects of one bucket with one session, all at one moment and for one life. Each URL equals what the
/// SDK's <c>GetPreSignedURL</c> makes, byte for byte. Everything but key and signature is made once, since a dataset may have a hundred
/// thousand files. Makes no call. Not for several threads at once.
/// </summary>
public sealed class Presigner
{
    /// <summary>Bytes of a key that S3 takes.</summary>
    public const int MaxKeyBytes = 1024;

    private const int HexLength = SHA256.HashSizeInBytes * 2;

    private readonly byte[] _signingKey;

    /// <summary>What every URL begins with, up to the key.</summary>
    private readonly string _beforeKey;

    /// <summary>What every URL has between key and signature.</summary>
    private readonly string _afterKey;

    private readonly char[] _encodedKey = new char[KeyEncoding.MaxLength];

    /// <summary>The canonical request: its constant beginning, then room for the key and for <see cref="_requestEnd"/>.</summary>
    private readonly byte[] _request;
    private readonly int _requestStart;
    private readonly byte[] _requestEnd;

    /// <summary>The string to sign: its constant beginning, then room for the hash of the request.</summary>
    private readonly byte[] _toSign;

    /// <param name="bucketOrAlias">A name that S3 allows for a bucket, or the alias of an access point.</param>
    /// <param name="session">Without a session token where the keys are lasting ones.</param>
    /// <param name="life">Whole seconds. Not beyond the end of the session, where URLs end in any case.</param>
    public Presigner(S3Location location, string bucketOrAlias, VendedCredentials session, DateTimeOffset at, TimeSpan life)
    {
        ArgumentNullException.ThrowIfNull(location);
        ArgumentNullException.ThrowIfNull(session);
        var moment = new SigningMoment(at, location.Region);
        var address = BucketAddress.Of(location, bucketOrAlias);
        var query = new PresignedQuery(session, moment, life);
        _signingKey = moment.Key(session);
        (_beforeKey, _afterKey) = (address.Origin + address.Root, query.InUrl);
        var start = Encoding.UTF8.GetBytes($"GET\n{address.Root}");
        _requestEnd = Encoding.UTF8.GetBytes($"\n{query.Canonical}\nhost:{address.Host}\n\n{PresignedQuery.SignedHeaders}\nUNSIGNED-PAYLOAD");
        _request = [.. start, .. new byte[KeyEncoding.MaxLength + _requestEnd.Length]];
        _requestStart = start.Length;
        _toSign = [.. Encoding.UTF8.GetBytes($"{SigningMoment.Algorithm}\n{moment.Time}\n{moment.Scope}\n"), .. new byte[HexLength]];
    }

    /// <param name="key">As it is in S3, of at most <see cref="MaxKeyBytes"/> in UTF-8; nothing in it is decoded or resolved.</param>
    /// <exception cref="ArgumentException">The key is longer.</exception>
    public string Sign(string key)
    {
        var encoded = _encodedKey.AsSpan(0, KeyEncoding.Encode(key, _encodedKey));
        Span<char> signature = stackalloc char[HexLength];
        WriteSignature(encoded, signature);
        return string.Concat(_beforeKey, encoded, _afterKey, signature);
    }

    private void WriteSignature(ReadOnlySpan<char> encodedKey, Span<char> signature)
    {
        Ascii.FromUtf16(encodedKey, _request.AsSpan(_requestStart), out var keyLength);
        _requestEnd.CopyTo(_request.AsSpan(_requestStart + keyLength));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_request.AsSpan(0, _requestStart + keyLength + _requestEnd.Length), hash);
        Convert.TryToHexStringLower(hash, _toSign.AsSpan(^HexLength), out _);
        HMACSHA256.HashData(_signingKey, _toSign, hash);
        Convert.TryToHexStringLower(hash, signature, out _);
    }
}
