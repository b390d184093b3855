using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Shares.Hosting.HttpApi;

/// <summary>Builds the request of ASP.NET Core from an event.</summary>
internal static class HttpApiRequest
{
    /// <returns>False when the path or the body of the event cannot be decoded.</returns>
    public static bool TryCreate(HttpApiEvent input, [NotNullWhen(true)] out HttpRequestFeature? request)
    {
        request = null;
        if (!HttpApiRequestTarget.TryCreate(input.RawPath, input.RawQueryString, input.RequestContext.Stage, out var target)) return false;
        if (!TryDecode(input, out var body)) return false;
        var headers = Headers(input, body.Count);
        request = new()
        {
            Protocol = "HTTP/1.1",
            Scheme = headers["x-forwarded-proto"] == "http" ? "http" : "https",
            Method = input.RequestContext.Http.Method,
            PathBase = target.PathBase,
            Path = target.Path,
            QueryString = target.QueryString,
            RawTarget = target.RawTarget,
            Headers = headers,
            Body = body.Count == 0 ? Stream.Null : new MemoryStream(body.Array!, body.Offset, body.Count, writable: false),
        };
        return true;
    }

    public static HttpConnectionFeature Connection(HttpApiEvent input, string id) => new()
    {
        ConnectionId = id,
        RemoteIpAddress = IPAddress.TryParse(input.RequestContext.Http.SourceIp, out var address) ? address : null,
    };

    private static IHeaderDictionary Headers(HttpApiEvent input, int bodyLength)
    {
        IHeaderDictionary headers = new HeaderDictionary(input.Headers.Count + 2);
        foreach (var (name, value) in input.Headers) headers[name] = value;
        if (input.Cookies.Length > 0) headers.Cookie = string.Join("; ", input.Cookies);
        if (headers.UserAgent.Count == 0) headers.UserAgent = input.RequestContext.Http.UserAgent;
        // What the caller wrote is about the body before API Gateway decoded it.
        headers.ContentLength = bodyLength > 0 || headers.ContentLength is not null ? bodyLength : null;
        return headers;
    }

    private static bool TryDecode(HttpApiEvent input, out ArraySegment<byte> body)
    {
        body = input.Body;
        if (!input.IsBase64Encoded) return true;
        if (Base64.DecodeFromUtf8InPlace(input.Body, out var length) != OperationStatus.Done) return false;
        body = new(input.Body, 0, length);
        return true;
    }
}
