using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Shares.OpenApi.Routing;
using Shares.OpenApi.Schemas;
using Shares.Web.OpenApi;

namespace Shares.OpenApi.Documents;

/// <summary>Refusals: a component for each status with the codes that can come with it.</summary>
internal sealed class ErrorResponses(SchemaCatalogue schemas)
{
    private const string Gateway = "Gateway";

    private readonly SortedDictionary<string, JsonObject> _components = new(StringComparer.Ordinal);

    /// <summary>What the gateway in front of the functions answers by itself.</summary>
    public static JsonObject OfGateway => Reference(Gateway);

    public JsonObject Of(int status, IReadOnlyList<string> codes)
    {
        var name = $"{status}.{string.Join('.', codes)}";
        if (!_components.ContainsKey(name)) _components[name] = Write(status, codes);
        return Reference(name);
    }

    public JsonObject Write()
    {
        var written = new JsonObject();
        foreach (var (name, response) in _components) written[name] = response;
        written[Gateway] = new JsonObject
        {
            ["description"] = "API Gateway's own answer, before or in place of a function's: a bad token or signature, too large, too often, too long.",
            ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = SchemaCatalogue.GatewayMessage } },
        };
        return written;
    }

    private JsonObject Write(int status, IReadOnlyList<string> codes)
    {
        var schema = schemas.Of(WebDescription.Problem, Direction.Answer);
        schema["properties"] = new JsonObject
        {
            ["status"] = new JsonObject { ["const"] = status },
            ["errorCode"] = new JsonObject { ["enum"] = new JsonArray([.. codes.Select(code => (JsonNode)code)]) },
        };
        var meanings = codes.Select(code => $"- `{code}`: {ErrorMeanings.Of(code)}");
        var written = new JsonObject { ["description"] = $"{ReasonPhrases.GetReasonPhrase(status)}\n\n{string.Join('\n', meanings)}" };
        if (status is 429 or 503) written["headers"] = new JsonObject { [Headers.RetryAfter] = Headers.Reference(Headers.RetryAfter) };
        written["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = schema } };
        return written;
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/responses/{name}" };
}
