using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shares.Local.Gateway;

/// <summary>A function's response in payload format 2.0, understood.</summary>
/// <param name="Cookies">One Set-Cookie each.</param>
internal sealed record FunctionAnswer(int Status, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Cookies, byte[] Body)
{
    /// <summary>Null for a response that API Gateway answers with 500.</summary>
    public static FunctionAnswer? Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonNode.Parse(payload.Span) switch
            {
                JsonObject answer when answer["statusCode"] is { } status => Read(status, answer),
                // API Gateway infers 200 and JSON from a response without a status.
                var whole => new(200, Of("content-type", "application/json"), [], Encoding.UTF8.GetBytes(whole?.ToJsonString() ?? "null")),
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            // The length is that of the decoded body, and the connection is the gateway's own.
            if (name.ToLowerInvariant() is not ("content-length" or "transfer-encoding" or "connection")) response.Headers[name] = value;
        }

        foreach (var cookie in Cookies) response.Headers.Append("Set-Cookie", cookie);
        if (Body.Length == 0) return;
        response.ContentType ??= "text/plain;charset=utf-8";
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, context.RequestAborted);
    }

    private static FunctionAnswer? Read(JsonNode status, JsonObject answer)
    {
        var code = status.GetValue<int>();
        var text = answer["body"]?.GetValue<string>() ?? "";
        var isBase64 = answer["isBase64Encoded"]?.GetValue<bool>() ?? false;
        return code is < 200 or > 599 ? null : new(
            code,
            answer["headers"]?.AsObject().ToDictionary(header => header.Key, header => HeaderValue(header.Value)) ?? [],
            answer["cookies"]?.AsArray().Select(HeaderValue).ToList() ?? [],
            isBase64 ? Convert.FromBase64String(text) : Encoding.UTF8.GetBytes(text));
    }

    private static string HeaderValue(JsonNode? value) =>
        value?.GetValue<string>() is { } text && text.All(letter => letter is '\t' or (>= ' ' and <= '~'))
            ? text
            : throw new FormatException("A header is not printable ASCII.");

    private static Dictionary<string, string> Of(string name, string value) => new() { [name] = value };
}
