using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shares.OpenApi.Routing;
using Shares.OpenApi.Schemas;
using Shares.Web.OpenApi;

namespace Shares.OpenApi.Documents;

/// <summary>The contract as OpenAPI 3.1.</summary>
internal sealed class OpenApiDocument(Functions functions)
{
    private const string About = """
        Shares lets a project share groups of datasets with other projects while it keeps ownership of the files.

        People call the routes below `/api` with a token; AWS roles call the same routes below `/iam`, signed for the service `execute-api`.
        JSON in camelCase; times are RFC 3339 in UTC. Members of a request that are not known are ignored.
        Who is no member of a project gets 404 for everything under it.
        """;

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToText() => Write().ToJsonString(Format) + "\n";

    private JsonObject Write()
    {
        var schemas = new SchemaCatalogue(functions);
        var responses = new ErrorResponses(schemas);
        var operations = new OperationWriter(schemas, responses);
        var paths = new JsonObject();
        foreach (var path in functions.Routes.GroupBy(route => route.Path))
        {
            var item = new JsonObject();
            foreach (var route in path) item[route.Method.ToLowerInvariant()] = operations.Write(route);
            paths[path.Key] = item;
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Shares", ["version"] = "1.0.0", ["description"] = About },
            ["servers"] = new JsonArray(
                new JsonObject { ["url"] = "/api", ["description"] = "People, with a token" },
                new JsonObject { ["url"] = "/iam", ["description"] = "AWS roles, signed" }),
            ["tags"] = new JsonArray([.. functions.Routes.Select(route => route.Group).Distinct().Select(Tag)]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.Write(),
                ["parameters"] = Parameters.Components(),
                ["headers"] = Headers.Components(),
                ["responses"] = responses.Write(),
                ["securitySchemes"] = Security.Schemes(),
            },
        };
    }

    private static JsonObject Tag(OperationGroup group) => new() { ["name"] = group.Name, ["description"] = group.Description };
}
