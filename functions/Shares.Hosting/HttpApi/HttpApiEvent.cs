using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shares.Hosting.HttpApi;

/// <summary>The parts that are used of an event of an API Gateway HTTP API, payload format 2.0.</summary>
/// <remarks>What may be absent has a setter: the generated reader would overwrite the default of an init-only property with null.</remarks>
internal sealed record HttpApiEvent
{
    public const string SupportedVersion = "2.0";

    public required string Version { get; init; }

    public required string RawPath { get; init; }

    /// <summary>Still percent-encoded, without the question mark.</summary>
    public string RawQueryString { get; set; } = "";

    /// <summary>Values of a header that was sent several times are joined by commas; nothing tells them from commas in a value.</summary>
    public Dictionary<string, string?> Headers { get; set; } = [];

    public string[] Cookies { get; set; } = [];

    public required HttpApiRequestContext RequestContext { get; init; }

    [JsonConverter(typeof(BodyConverter))]
    public byte[] Body { get; set; } = [];

    public bool IsBase64Encoded { get; set; }
}

internal sealed record HttpApiRequestContext
{
    public required HttpApiHttp Http { get; init; }

    public string Stage { get; set; } = HttpApiRequestTarget.DefaultStage;

    public string? RequestId { get; set; }

    public HttpApiAuthorizer? Authorizer { get; set; }
}

internal sealed record HttpApiHttp
{
    public required string Method { get; init; }

    public string? SourceIp { get; set; }

    public string? UserAgent { get; set; }
}

internal sealed record HttpApiAuthorizer
{
    public HttpApiJwt? Jwt { get; set; }

    public HttpApiIam? Iam { get; set; }
}

internal sealed record HttpApiJwt
{
    public Dictionary<string, JsonElement> Claims { get; set; } = [];
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
