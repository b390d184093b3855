using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Shares.Hosting.HttpApi;

/// <summary>Writes a response in payload format 2.0: <c>{statusCode, headers{}, cookies[], body, isBase64Encoded}</c>.</summary>
internal static class HttpApiAnswer
{
    // Escapes only what JSON requires: the default would make a JSON body up to six times as long, and Lambda limits the length.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(IBufferWriter<byte> output, int status, IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteNumber("statusCode"u8, status);
        json.WriteStartObject("headers"u8);
        foreach (var (name, values) in headers)
        {
            if (values.Count > 0 && !IsCookie(name)) json.WriteString(name.ToLowerInvariant(), string.Join(", ", values.ToArray()));
        }
        json.WriteEndObject();
        if (headers.SetCookie is { Count: > 0 } cookies)
        {
            json.WriteStartArray("cookies"u8);
            foreach (var cookie in cookies) json.WriteStringValue(cookie);
            json.WriteEndArray();
        }
        WriteBody(json, headers, body);
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        var text = body.IsEmpty || (IsText(headers) && Utf8.IsValid(body));
        if (text) json.WriteString("body"u8, body);
        else json.WriteBase64String("body"u8, body);
        json.WriteBoolean("isBase64Encoded"u8, !text);
    }

    private static bool IsCookie(string name) => name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase);

    private static bool IsText(IHeaderDictionary headers)
    {
        if (headers.ContentEncoding is [{ Length: > 0 } encoding, ..] && encoding != "identity") return false;
        var type = headers.ContentType.ToString().AsSpan();
        if (type.IndexOf(';') is >= 0 and var end) type = type[..end];
        type = type.Trim();
        return type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/xml", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/javascript", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase);
    }
}
