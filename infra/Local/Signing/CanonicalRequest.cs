using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Shares.Local.Signing;

/// <summary>Builds the text that a signature covers (SigV4, "Create a canonical request").</summary>
public static partial class CanonicalRequest
{
    /// <returns>Lower case hex of the SHA-256 of the canonical request.</returns>
    public static string Hash(HttpRequest request, string canonicalPath, RequestTarget target, SignatureClaim claim, string payloadHash)
    {
        var text = new StringBuilder()
            .Append(request.Method).Append('\n')
            .Append(canonicalPath).Append('\n')
            .Append(Query(target)).Append('\n');
        foreach (var name in claim.SignedHeaders) text.Append(name).Append(':').Append(HeaderValue(request, name)).Append('\n');
        text.Append('\n').AppendJoin(';', claim.SignedHeaders).Append('\n').Append(payloadHash);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Query(RequestTarget target) => string.Join('&', target.Query
        .Where(pair => pair.Key != PresignedQuery.SignatureName)
        .Select(pair => (Name: UriEncoding.Encode(pair.Key), Value: UriEncoding.Encode(pair.Value)))
        .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string HeaderValue(HttpRequest request, string name) =>
        string.Join(',', request.Headers[name].Select(value => Spaces().Replace((value ?? "").Trim(), " ")));

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
