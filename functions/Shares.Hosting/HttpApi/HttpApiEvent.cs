using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shares.Hosting.HttpApi;

/// <summary>The parts that are used of an event of an API Gateway HTTP API, payload format 2.0.</summary>
internal sealed record HttpApiEvent
{
    public const string SupportedVersion = "2.0";

    public required string Version { get; init; }

    public required string RawPath { get; init; }

    /// <summary>Still percent-encoded, without the question mark.</summary>
    public string RawQueryString { get; init; } = "";

    /// <summary>Values of a header that was sent several times are joined by commas; nothing tells them from commas in a value.</summary>
    public Dictionary<string, string?> Headers { get; init; } = [];

    public string[] Cookies { get; init; } = [];

    public required HttpApiRequestContext RequestContext { get; init; }

    [JsonConverter(typeof(BodyConverter))]
    public byte[] Body { get; init; } = [];

    public bool IsBase64Encoded { get; init; }
}

internal sealed record HttpApiRequestContext
{
    public required HttpApiHttp Http { get; init; }

    public string Stage { get; init; } = HttpApiRequestTarget.DefaultStage;

    public string? RequestId { get; init; }

    public HttpApiAuthorizer? Authorizer { get; init; }
}

internal sealed record HttpApiHttp
{
    public required string Method { get; init; }

    public string? SourceIp { get; init; }

    public string? UserAgent { get; init; }
}

internal sealed record HttpApiAuthorizer
{
    public HttpApiJwt? Jwt { get; init; }

    public HttpApiIam? Iam { get; init; }
}

internal sealed record HttpApiJwt
{
    public Dictionary<string, JsonElement> Claims { get; init; } = [];
}

internal sealed record HttpApiIam
{
    public required string UserArn { get; init; }

    public required string AccountId { get; init; }

    public required string CallerId { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(HttpApiEvent))]
internal sealed partial class HttpApiJson : JsonSerializerContext;
