using System.Globalization;
using System.Security.Cryptography;

namespace Shares.Local.Signing;

/// <summary>Replaces a request's body by one that is decoded, and checked against what was signed.</summary>
public static class SignedPayload
{
    public const string HashHeader = "x-amz-content-sha256";
    private const string Unsigned = "UNSIGNED-PAYLOAD";

    // API Gateway takes 10 MB; nothing else but S3 takes more.
    private const int MaximumBuffered = 16 * 1024 * 1024;

    /// <summary>The last line of the canonical request, or why the header that says it is refused.</summary>
    public static (string? Hash, SignatureResult.Failed? Failure) Announced(HttpRequest request, SignatureClaim claim)
    {
        var header = request.Headers[HashHeader].ToString();
        if (header.Length == 0 && claim.Scope.Service == "s3")
            return claim.AuthType is AuthType.QueryString ? (Unsigned, null) : (null, SignatureFailures.MissingPayloadHash);
        if (header is "" or Unsigned) return (header, null);
        if (claim.Scope.Service == "s3" && header.StartsWith("STREAMING-", StringComparison.Ordinal)) return (header, null);
        return header.Length == 64 && header.All(char.IsAsciiHexDigitLower) ? (header, null) : (null, SignatureFailures.InvalidPayloadHash);
    }

    /// <summary>For S3: streams the body, so that what is wrong with it shows as an <see cref="InvalidPayloadException"/> in the reader.</summary>
    public static SignatureResult.Failed? Stream(HttpRequest request, string announced, SigningKey key, string signature)
    {
        if (announced == Unsigned) return null;
        if (!announced.StartsWith("STREAMING-", StringComparison.Ordinal))
        {
            request.Body = new HashedBodyStream(request.Body, announced);
            return null;
        }

        var signed = announced.StartsWith("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", StringComparison.Ordinal);
        if (!signed && announced != "STREAMING-UNSIGNED-PAYLOAD-TRAILER") return SignatureFailures.InvalidPayloadHash;
        if (!long.TryParse(request.Headers["x-amz-decoded-content-length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            return new(411, "MissingContentLength", "You must provide the x-amz-decoded-content-length HTTP header.");
        var body = new ChunkedBodyStream(
            new ChunkReader(request.BodyReader),
            signed ? new ChunkSignatures(key, signature) : null,
            announced.EndsWith("-TRAILER", StringComparison.Ordinal),
            length);
        request.Body = body;
        request.HttpContext.Features.Set(body);
        return null;
    }

    /// <summary>For every other service: reads the body, so that its hash is known before anything is done.</summary>
    public static async Task<(string Hash, SignatureResult.Failed? Failure)> BufferAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new MemoryStream();
        var block = new byte[81920];
        for (int count; (count = await request.Body.ReadAsync(block, cancellationToken)) > 0;)
        {
            if (buffer.Length + count > MaximumBuffered) return ("", SignatureFailures.BodyTooLarge);
            buffer.Write(block.AsSpan(0, count));
        }

        buffer.Position = 0;
        var hash = Convert.ToHexStringLower(SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
        request.Body = buffer;
        return (hash, null);
    }
}
