using System.Security.Cryptography;
using System.Text;

namespace Shares.Local.Signing;

/// <summary>Checks the chain of chunk signatures of a streaming upload: each covers its chunk and the signature before it.</summary>
/// <param name="seed">The signature of the request's headers.</param>
public sealed class ChunkSignatures(SigningKey key, string seed)
{
    private static readonly string EmptyHash = Convert.ToHexStringLower(SHA256.HashData([]));
    private string _previous = seed;

    public void CheckChunk(string signature, ReadOnlySpan<byte> data) => Check(
        signature, "AWS4-HMAC-SHA256-PAYLOAD", $"{_previous}\n{EmptyHash}\n{Convert.ToHexStringLower(SHA256.HashData(data))}");

    /// <param name="lines">Each trailer as <c>name:value\n</c>.</param>
    public void CheckTrailer(string signature, string lines) => Check(
        signature, "AWS4-HMAC-SHA256-TRAILER", $"{_previous}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)))}");

    private void Check(string signature, string kind, string rest)
    {
        if (!key.Verifies(signature, kind, rest)) throw new InvalidPayloadException(SignatureFailures.Mismatch);
        _previous = signature;
    }
}
