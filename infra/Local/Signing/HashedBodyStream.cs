using System.Security.Cryptography;

namespace Shares.Local.Signing;

/// <summary>Passes a body on and compares its SHA-256 with the signed one when it ends.</summary>
public sealed class HashedBodyStream(Stream body, string expectedHash) : BodyStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await body.ReadAsync(buffer, cancellationToken);
        if (count > 0) _hash.AppendData(buffer.Span[..count]);
        else if (buffer.Length > 0 && Convert.ToHexStringLower(_hash.GetCurrentHash()) != expectedHash)
            throw new InvalidPayloadException(SignatureFailures.PayloadHashMismatch);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _hash.Dispose();
        base.Dispose(disposing);
    }
}
