using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Shares.Hosting.HttpApi;

/// <summary>
/// Answers of the server itself, for when the application gave none, in the one error shape of the REST contract.
/// </summary>
internal sealed record HttpApiProblem(int Status, string Code, string Title, string Detail)
{
    public static readonly HttpApiProblem Malformed =
        new(StatusCodes.Status400BadRequest, "VALIDATION_FAILED", "Bad Request", "The path or the body of the request cannot be decoded.");

    public static readonly HttpApiProblem Failed =
        new(StatusCodes.Status500InternalServerError, "INTERNAL_ERROR", "Internal Server Error", "The request failed. The log has the reason under this traceId.");

    public static readonly HttpApiProblem TimedOut =
        new(StatusCodes.Status503ServiceUnavailable, "TIMED_OUT", "Service Unavailable", "The request took too long and was stopped. It may have taken effect.");

    public void Write(IBufferWriter<byte> output, InvocationContext context, string instance)
    {
        IHeaderDictionary headers = new HeaderDictionary(2);
        headers.ContentType = "application/problem+json";
        if (Status == StatusCodes.Status503ServiceUnavailable) headers.RetryAfter = "1";
        var body = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(body)) Write(json, context, instance);
        HttpApiAnswer.Write(output, Status, headers, body.WrittenSpan);
    }

    private void Write(Utf8JsonWriter json, InvocationContext context, string instance)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "about:blank"u8);
        json.WriteString("title"u8, Title);
        json.WriteNumber("status"u8, Status);
        json.WriteString("detail"u8, Detail);
        json.WriteString("instance"u8, instance);
        json.WriteString("traceId"u8, context.RequestId);
        json.WriteNumber("statusCode"u8, Status);
        json.WriteString("errorCode"u8, Code);
        json.WriteString("errorDetail"u8, Detail);
        json.WriteStartArray("errors"u8);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
