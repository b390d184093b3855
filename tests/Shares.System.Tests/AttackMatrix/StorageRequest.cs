using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>An HTTP request to S3, signed with any key at any time in the header or in the query, which no SDK lets one do.</summary>
internal sealed class StorageRequest(HttpMethod method, Uri endpoint, string path, IReadOnlyList<(string Name, string Value)> query)
{
    private const string Algorithm = "AWS4-HMAC-SHA256", Region = "us-east-1", Payload = "UNSIGNED-PAYLOAD";

    public HttpRequestMessage Unsigned() => Message(query);

    public HttpRequestMessage SignedInHeader(ImmutableCredentials keys, DateTimeOffset at)
    {
        List<(string Name, string Value)> headers =
            [("host", endpoint.Authority), ("x-amz-content-sha256", Payload), ("x-amz-date", Time(at)), ("x-amz-security-token", keys.Token)];
        var names = string.Join(';', headers.Select(header => header.Name));
        var signature = Signature(keys, at, query, headers, names);
        var message = Message(query);
        foreach (var (name, value) in headers.Skip(1)) message.Headers.TryAddWithoutValidation(name, value);
        message.Headers.TryAddWithoutValidation("Authorization", $"{Algorithm} Credential={keys.AccessKey}/{Scope(at)}, SignedHeaders={names}, Signature={signature}");
        return message;
    }

    /// <summary>A URL that says that it lives for a week, as long as S3 lets one live.</summary>
    public HttpRequestMessage SignedInQuery(ImmutableCredentials keys, DateTimeOffset at)
    {
        List<(string Name, string Value)> signed =
        [
            .. query, ("X-Amz-Algorithm", Algorithm), ("X-Amz-Credential", $"{keys.AccessKey}/{Scope(at)}"), ("X-Amz-Date", Time(at)),
            ("X-Amz-Expires", "604800"), ("X-Amz-Security-Token", keys.Token), ("X-Amz-SignedHeaders", "host"),
        ];
        return Message([.. signed, ("X-Amz-Signature", Signature(keys, at, signed, [("host", endpoint.Authority)], "host"))]);
    }

    private HttpRequestMessage Message(IEnumerable<(string Name, string Value)> with)
    {
        // As it is: a path with dots in it is a key with dots in it.
        var text = $"http://{endpoint.Authority}{EncodedPath}?{Query(with)}";
        var message = new HttpRequestMessage(method, new Uri(text, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (method == HttpMethod.Put) message.Content = new ByteArrayContent("attempt"u8.ToArray());
        return message;
    }

    private string EncodedPath => "/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private string Signature(
        ImmutableCredentials keys, DateTimeOffset at, IEnumerable<(string Name, string Value)> with, List<(string Name, string Value)> headers, string names)
    {
        var lines = string.Concat(headers.Select(header => $"{header.Name}:{header.Value}\n"));
        var canonical = $"{method}\n{EncodedPath}\n{Query(with)}\n{lines}\n{names}\n{Payload}";
        var key = Scope(at).Split('/').Aggregate(Encoding.UTF8.GetBytes($"AWS4{keys.SecretKey}"), Hmac);
        var toSign = $"{Algorithm}\n{Time(at)}\n{Scope(at)}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        return Convert.ToHexStringLower(Hmac(key, toSign));
    }

    private static string Query(IEnumerable<(string Name, string Value)> with) => string.Join('&', with
        .Select(pair => (Name: Uri.EscapeDataString(pair.Name), Value: Uri.EscapeDataString(pair.Value)))
        .OrderBy(pair => pair.Name, StringComparer.Ordinal).Select(pair => $"{pair.Name}={pair.Value}"));

    private static string Scope(DateTimeOffset at) => $"{at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}/{Region}/s3/aws4_request";

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
