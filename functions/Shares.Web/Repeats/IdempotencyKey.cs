using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Shares.Web.Bodies;

namespace Shares.Web.Repeats;

/// <summary>The header by which callers say that a request is the same as one that they sent before.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    private const int Longest = 255;

    /// <summary>1 to 255 visible characters of ASCII.</summary>
    public static bool IsValid(string key) => key.Length is > 0 and <= Longest && key.All(c => c is > ' ' and <= '~');

    /// <summary>
    /// Method, path, query and body: a request is the same when all of them are. The body can be read again afterwards.
    /// </summary>
    /// <returns>Null for a body that is too long, which the handler refuses.</returns>
    public static async Task<byte[]?> HashAsync(HttpRequest request, CancellationToken ct)
    {
        var body = new byte[JsonBody.MaxBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, ct);
        request.Body = new MemoryStream(body, 0, length, writable: false);
        if (length > JsonBody.MaxBytes) return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        hash.AppendData(body, 0, length);
        return hash.GetHashAndReset();
    }
}
