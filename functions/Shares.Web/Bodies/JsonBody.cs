using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Shares.Core.Failures;

namespace Shares.Web.Bodies;

/// <summary>
/// Reads the JSON body of a request: at most 256 KB of valid UTF-8, at most 16 levels, no member twice. Unknown members are ignored.
/// Types of bodies have nullable members, so that what is missing is the validation's to report, field by field; their
/// <c>JsonSerializerContext</c> is camelCase with <c>AllowDuplicateProperties = false</c> and <c>MaxDepth = JsonBody.MaxDepth</c>.
/// </summary>
public static class JsonBody
{
    public const int MaxBytes = 256 * 1024;
    public const int MaxDepth = 16;

    private const int LongestPath = 120;

    private static readonly Failure NotJson = new(ErrorCode.UnsupportedMediaType, "The body must be JSON in UTF-8 (Content-Type: application/json).");
    private static readonly Failure TooLarge = new(ErrorCode.BodyTooLarge, $"The body is over {MaxBytes / 1024} KB.");
    private static readonly Failure Missing = new(ErrorCode.MalformedBody, "The body must be a JSON object.");
    private static readonly Failure NotUtf8 = new(ErrorCode.MalformedBody, "The body is not valid UTF-8.");

    public static async Task<Result<T>> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type) where T : class
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!IsJson(http.Request.ContentType)) return NotJson;
        if (http.Request.ContentLength > MaxBytes || await BytesAsync(http) is not { } bytes) return TooLarge;
        if (!Utf8.IsValid(bytes.Span)) return NotUtf8;
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, type) is { } body ? body : Missing;
        }
        catch (JsonException exception)
        {
            return Malformed(exception);
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType!.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.MediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
        && (type.CharSet is null || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>Null when there are more than allowed.</summary>
    private static async Task<ReadOnlyMemory<byte>?> BytesAsync(HttpContext http)
    {
        var buffer = new byte[(int)(http.Request.ContentLength ?? MaxBytes) + 1];
        var length = await http.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, http.RequestAborted);
        return length <= MaxBytes && length < buffer.Length ? buffer.AsMemory(0, length) : null;
    }

    /// <summary>Says where, not what: the serializer's message can quote the body.</summary>
    private static Failure Malformed(JsonException exception)
    {
        var at = exception.Path is { Length: > 1 and <= LongestPath } path ? $" The mistake is at {path}." : "";
        return new(ErrorCode.MalformedBody, $"The body is not JSON, or not of the form that this route takes.{at}");
    }
}
