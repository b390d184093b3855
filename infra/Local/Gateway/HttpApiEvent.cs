using System.Globalization;
using System.Net;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shares.Local.Identity;
using Shares.Local.Signing;

namespace Shares.Local.Gateway;

/// <summary>Builds the event of an HTTP API, payload format 2.0 (docs.aws.amazon.com, "http-api-develop-integrations-lambda").</summary>
internal sealed class HttpApiEvent(TimeProvider time)
{
    private const string ApiId = "local";

    /// <summary>Non-ASCII text as it is: escaped it would use up the size of an event several times over.</summary>
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="authorizer">Member <c>authorizer</c> of the request context, or null for an open route.</param>
    public byte[] Build(HttpContext context, GatewayPath path, RouteMatch match, JsonObject? authorizer, byte[] body)
    {
        var request = context.Request;
        var result = new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = match.Route.Key,
            ["rawPath"] = path.Decoded,
            ["rawQueryString"] = path.RawQuery,
        };
        if (request.Headers.Cookie is { Count: > 0 } lines)
        {
            var cookies = lines.SelectMany(line => line!.Split(';', StringSplitOptions.TrimEntries));
            result["cookies"] = new JsonArray([.. cookies.Select(cookie => JsonValue.Create(cookie))]);
        }

        result["headers"] = Headers(context);
        if (path.RawQuery.Length > 0) result["queryStringParameters"] = Query(context);
        result["requestContext"] = RequestContext(context, path, match, authorizer);
        result["pathParameters"] = Members(match.PathParameters);
        var (text, isBase64) = Body(request.ContentType, body);
        if (text is not null) result["body"] = text;
        result["isBase64Encoded"] = isBase64;
        return JsonSerializer.SerializeToUtf8Bytes(result, Json);
    }

    private JsonObject RequestContext(HttpContext context, GatewayPath path, RouteMatch match, JsonObject? authorizer)
    {
        var now = time.GetUtcNow();
        var result = new JsonObject { ["accountId"] = LocalAccount.Id, ["apiId"] = ApiId };
        if (authorizer is not null) result["authorizer"] = authorizer;
        result["domainName"] = context.Request.Host.Host;
        result["domainPrefix"] = context.Request.Host.Host.Split('.')[0];
        result["http"] = new JsonObject
        {
            ["method"] = context.Request.Method,
            ["path"] = path.Decoded,
            ["protocol"] = context.Request.Protocol,
            ["sourceIp"] = SourceAddress(context),
            ["userAgent"] = context.Request.Headers.UserAgent.ToString(),
        };
        result["requestId"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(11));
        result["routeKey"] = match.Route.Key;
        result["stage"] = "$default";
        result["time"] = now.ToString("dd/MMM/yyyy:HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
        result["timeEpoch"] = now.ToUnixTimeMilliseconds();
        return result;
    }

    /// <summary>Lower case, values of one name joined by commas; cookies stand by themselves.</summary>
    private JsonObject Headers(HttpContext context)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["x-amzn-trace-id"] = $"Root=1-{time.GetUtcNow().ToUnixTimeSeconds():x8}-{RandomNumberGenerator.GetHexString(24, lowercase: true)}",
            ["x-forwarded-port"] = context.Connection.LocalPort.ToString(CultureInfo.InvariantCulture),
            ["x-forwarded-proto"] = context.Request.Scheme,
        };
        foreach (var (name, values) in context.Request.Headers)
        {
            if (!name.Equals("Cookie", StringComparison.OrdinalIgnoreCase)) headers[name.ToLowerInvariant()] = string.Join(',', values.ToArray());
        }

        // A caller can write this header; what it wrote stays in front of what the gateway saw.
        var forwarded = headers.TryGetValue("x-forwarded-for", out var before) ? before + ", " : "";
        headers["x-forwarded-for"] = forwarded + SourceAddress(context);
        return Members(headers);
    }

    private static JsonObject Query(HttpContext context) => Members(RequestTarget.Of(context).Query
        .GroupBy(pair => pair.Key, pair => pair.Value)
        .Select(group => KeyValuePair.Create(group.Key, string.Join(',', group))));

    private static JsonObject Members(IEnumerable<KeyValuePair<string, string>> members) =>
        new(members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, member.Value)));

    private static (string? Text, bool IsBase64) Body(string? contentType, byte[] body)
    {
        if (body.Length == 0) return (null, false);
        if (!IsText(contentType)) return (Convert.ToBase64String(body), true);
        try
        {
            return (new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body), false);
        }
        catch (DecoderFallbackException)
        {
            return (Convert.ToBase64String(body), true);
        }
    }

    /// <summary>Forms are binary to an HTTP API, surprisingly; a body without a type is text.</summary>
    private static bool IsText(string? contentType) => (contentType ?? MediaTypeNames.Text.Plain).Split(';')[0].Trim().ToLowerInvariant() is var type
        && (type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "application/javascript" or "application/xml");

    private static string SourceAddress(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        return (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
    }
}
