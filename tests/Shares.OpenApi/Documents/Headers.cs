using System.Text.Json.Nodes;
using Shares.OpenApi.Routing;
using Shares.Web.OpenApi;

namespace Shares.OpenApi.Documents;

/// <summary>Headers of answers.</summary>
internal static class Headers
{
    public const string RetryAfter = "Retry-After";

    private const string ETag = "ETag";
    private const string NextToken = "Next-Token";
    private const string Location = "Location";

    public static JsonObject Components() => new()
    {
        [ETag] = Write("The version, for `If-Match`.", new JsonObject { ["type"] = "string", ["pattern"] = "^\"v[0-9]+\"$" }, required: true),
        [NextToken] = Write("There while more follows: send it as `nextToken`.", new JsonObject { ["type"] = "string" }, required: false),
        [Location] = Write("Where to go on.", new JsonObject { ["type"] = "string", ["format"] = "uri" }, required: true),
        [RetryAfter] = Write("Seconds to wait.", new JsonObject { ["type"] = "integer", ["minimum"] = 1 }, required: true),
    };

    public static JsonObject Of(ContractRoute route)
    {
        var headers = new JsonObject();
        if (route.Has(Traits.Versioned)) headers[ETag] = Reference(ETag);
        if (route.Has(Traits.PagedByHeader)) headers[NextToken] = Reference(NextToken);
        return headers;
    }

    public static JsonObject OfRedirect => new() { [Location] = Reference(Location) };

    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/headers/{name}" };

    private static JsonObject Write(string description, JsonObject schema, bool required) =>
        new() { ["description"] = description, ["required"] = required, ["schema"] = schema };
}
