using System.Text;
using System.Text.Json.Nodes;

namespace Shares.Testing.RuntimeApi;

/// <summary>A request as an HTTP API hands it to a function, payload format 2.0. Without a caller unless one is given.</summary>
/// <param name="RawPath">Path with the stage, if it is not the default one.</param>
public sealed record HttpApiEvent(string Method, string RawPath)
{
    /// <summary>Percent-encoded, without the question mark.</summary>
    public string Query { get; init; } = "";

    public string Stage { get; init; } = "$default";

    public string RequestId { get; init; } = "JKJaXmPLvHcESHA=";

    public string SourceIp { get; init; } = "203.0.113.7";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Cookies { get; init; } = [];

    /// <summary>Claims of a person's token, lists written <c>[a b]</c>; null for none.</summary>
    public IReadOnlyDictionary<string, string>? Claims { get; init; }

    /// <summary>ARN of the caller of a signed request; null for none.</summary>
    public string? IamArn { get; init; }

    public byte[]? Body { get; init; }

    /// <summary>How API Gateway passes what is not text.</summary>
    public bool IsBase64Encoded { get; init; }

    public static HttpApiEvent Get(string path, string query = "") => new("GET", path) { Query = query };

    /// <summary>A request with a JSON body.</summary>
    public static HttpApiEvent Send(string method, string path, string json) => new(method, path)
    {
        Body = Encoding.UTF8.GetBytes(json),
        Headers = new Dictionary<string, string> { ["content-type"] = "application/json" },
    };

    /// <summary>The same from a person.</summary>
    public HttpApiEvent By(string user, params string[] groups) => this with
    {
        IamArn = null,
        Claims = new Dictionary<string, string>
        {
            ["sub"] = user,
            ["username"] = user,
            ["email"] = $"{user}@example.org",
            ["cognito:groups"] = $"[{string.Join(' ', groups)}]",
        },
    };

    /// <summary>The same from a session of a role, <c>arn:aws:sts::111122223333:assumed-role/{role}/{session}</c>.</summary>
    public HttpApiEvent ByRole(string role, string session = "test") =>
        this with { Claims = null, IamArn = $"arn:aws:sts::111122223333:assumed-role/{role}/{session}" };

    public HttpApiEvent WithHeader(string name, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers) { [name] = value } };

    public string ToJson() => ToJsonObject().ToJsonString();

    /// <summary>For a test that bends the event further.</summary>
    public JsonObject ToJsonObject()
    {
        var headers = new JsonObject
        {
            ["host"] = "api.example.org",
            ["user-agent"] = "tests",
            ["x-forwarded-for"] = SourceIp,
            ["x-forwarded-proto"] = "https",
        };
        foreach (var (name, value) in Headers) headers[name] = value;
        var json = new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = "ANY /api/{proxy+}",
            ["rawPath"] = RawPath,
            ["rawQueryString"] = Query,
            ["headers"] = headers,
            ["requestContext"] = RequestContext(),
            ["isBase64Encoded"] = IsBase64Encoded,
        };
        if (Cookies.Count > 0) json["cookies"] = new JsonArray([.. Cookies.Select(cookie => JsonValue.Create(cookie))]);
        if (Body is not null) json["body"] = IsBase64Encoded ? Convert.ToBase64String(Body) : Encoding.UTF8.GetString(Body);
        return json;
    }

    private JsonObject RequestContext()
    {
        var context = new JsonObject
        {
            ["accountId"] = "111122223333",
            ["apiId"] = "a1b2c3d4e5",
            ["domainName"] = "api.example.org",
            ["http"] = new JsonObject
            {
                ["method"] = Method,
                ["path"] = RawPath,
                ["protocol"] = "HTTP/1.1",
                ["sourceIp"] = SourceIp,
                ["userAgent"] = Headers.GetValueOrDefault("user-agent", "tests"),
            },
            ["requestId"] = RequestId,
            ["stage"] = Stage,
        };
        if (Authorizer() is { } authorizer) context["authorizer"] = authorizer;
        return context;
    }

    private JsonObject? Authorizer()
    {
        if (Claims is not null)
        {
            var claims = new JsonObject(Claims.Select(claim => KeyValuePair.Create(claim.Key, (JsonNode?)claim.Value)));
            return new() { ["jwt"] = new JsonObject { ["claims"] = claims, ["scopes"] = null } };
        }
        if (IamArn is null) return null;
        var iam = new JsonObject
        {
            ["accessKey"] = "ASIAEXAMPLE",
            ["accountId"] = IamArn.Split(':')[4],
            ["callerId"] = "AROAEXAMPLE:" + IamArn.Split('/')[^1],
            ["cognitoIdentity"] = null,
            ["userArn"] = IamArn,
            ["userId"] = "AROAEXAMPLE:" + IamArn.Split('/')[^1],
        };
        return new() { ["iam"] = iam };
    }
}
