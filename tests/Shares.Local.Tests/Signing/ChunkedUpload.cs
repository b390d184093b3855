using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Shares.Local.Identity;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.Signing;

/// <summary>A PUT of <c>key</c> in chunks of ASCII text, signed here and not by the code under test.</summary>
/// <param name="Kind">The value of <c>x-amz-content-sha256</c>.</param>
public sealed record ChunkedUpload(Credential Credential, string Bucket, string Kind, IReadOnlyList<string> Chunks)
{
    private static readonly HttpClient Http = new();
    private readonly string _time = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private bool HasTrailer => Kind.EndsWith("-TRAILER", StringComparison.Ordinal);

    private bool IsSigned => !Kind.Contains("UNSIGNED", StringComparison.Ordinal);

    private string Scope => $"{_time[..8]}/us-east-1/s3/aws4_request";

    /// <param name="tamper">Changes the encoded body.</param>
    public async Task<string> SendAsync(string url, Func<string, string>? tamper = null)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = new Uri(url).Authority,
            ["x-amz-content-sha256"] = Kind,
            ["x-amz-date"] = _time,
            ["x-amz-decoded-content-length"] = Chunks.Sum(chunk => chunk.Length).ToString(CultureInfo.InvariantCulture),
            ["x-amz-security-token"] = Credential.SessionToken,
        };
        if (HasTrailer) headers["x-amz-trailer"] = "x-amz-checksum-crc32";
        var names = string.Join(';', headers.Keys);
        var canonical = $"PUT\n/{Bucket}/key\n\n{string.Concat(headers.Select(header => $"{header.Key}:{header.Value}\n"))}\n{names}\n{Kind}";
        var seed = Sign($"AWS4-HMAC-SHA256\n{_time}\n{Scope}\n{Sha256(canonical)}");
        var body = Encode(seed);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{url}/{Bucket}/key");
        // A connection on which a body was refused half-way is closed, which the next request would find out too late.
        request.Headers.ConnectionClose = true;
        request.Content = new ByteArrayContent(Encoding.ASCII.GetBytes(tamper?.Invoke(body) ?? body));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        request.Content.Headers.ContentEncoding.Add("aws-chunked");
        request.Headers.TryAddWithoutValidation("Authorization",
            $"AWS4-HMAC-SHA256 Credential={Credential.AccessKeyId}/{Scope}, SignedHeaders={names}, Signature={seed}");
        return await Refusal.Of(await Http.SendAsync(request));
    }

    private string Encode(string seed)
    {
        var body = new StringBuilder();
        var previous = seed;
        foreach (var chunk in Chunks.Append(""))
        {
            previous = Sign($"AWS4-HMAC-SHA256-PAYLOAD\n{_time}\n{Scope}\n{previous}\n{Sha256("")}\n{Sha256(chunk)}");
            body.Append(CultureInfo.InvariantCulture, $"{chunk.Length:x}").Append(IsSigned ? $";chunk-signature={previous}" : "").Append("\r\n");
            if (chunk.Length > 0) body.Append(chunk).Append("\r\n");
        }

        if (HasTrailer)
        {
            var trailer = $"x-amz-checksum-crc32:{Convert.ToBase64String(Crc32(string.Concat(Chunks)))}";
            body.Append(trailer).Append("\r\n");
            var signature = Sign($"AWS4-HMAC-SHA256-TRAILER\n{_time}\n{Scope}\n{previous}\n{Sha256(trailer + "\n")}");
            if (IsSigned) body.Append("x-amz-trailer-signature:").Append(signature).Append("\r\n");
        }

        return body.Append("\r\n").ToString();
    }

    private string Sign(string text)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + Credential.SecretAccessKey);
        foreach (var part in Scope.Split('/').Append(text)) key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return Convert.ToHexStringLower(key);
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    private static byte[] Crc32(string text)
    {
        var value = uint.MaxValue;
        foreach (var next in Encoding.ASCII.GetBytes(text))
        {
            value ^= next;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
        }

        value = ~value;
        return [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
    }
}
