using System.Text;
using System.Text.Json;

namespace Shares.Testing.RuntimeApi;

/// <summary>A response in payload format 2.0, as API Gateway would send it on.</summary>
public sealed record HttpApiAnswer(
    int StatusCode, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Cookies, byte[] Body, bool IsBase64Encoded)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public static HttpApiAnswer Parse(string response)
    {
        var root = JsonDocument.Parse(response).RootElement;
        var encoded = root.GetProperty("isBase64Encoded").GetBoolean();
        var body = root.GetProperty("body");
        return new(
            root.GetProperty("statusCode").GetInt32(),
            root.GetProperty("headers").EnumerateObject()
                .ToDictionary(header => header.Name, header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase),
            root.TryGetProperty("cookies", out var cookies) ? [.. cookies.EnumerateArray().Select(cookie => cookie.GetString()!)] : [],
            encoded ? body.GetBytesFromBase64() : Encoding.UTF8.GetBytes(body.GetString()!),
            encoded);
    }
}
