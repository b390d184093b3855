using System.Globalization;
using System.Text.Json.Nodes;
using Shares.OpenApi.Routing;
using Shares.OpenApi.Schemas;
using Shares.Web.OpenApi;

namespace Shares.OpenApi.Documents;

/// <summary>One route as an operation.</summary>
internal sealed class OperationWriter(SchemaCatalogue schemas, ErrorResponses responses)
{
    public JsonObject Write(ContractRoute route)
    {
        var operation = route.Operation;
        var written = new JsonObject
        {
            ["tags"] = new JsonArray(route.Group.Name),
            ["operationId"] = operation.Id,
            ["summary"] = operation.Summary,
            ["description"] = $"{operation.Description.ReplaceLineEndings(" ")}\n\nFor {Callers.InWords(route.Who)}.".Trim(),
            ["x-callers"] = new JsonArray([.. Callers.Names(route.Who)]),
        };
        if (route.Has(Traits.Cirro)) written["x-cirro"] = true;
        written["security"] = Security.Of(route.Who);
        if (Parameters.Of(route) is { Count: > 0 } parameters) written["parameters"] = parameters;
        if (operation.Request is { } request) written["requestBody"] = Body(request, operation.Example);
        written["responses"] = Responses(route);
        return written;
    }

    private JsonObject Body(Type type, string? example)
    {
        var content = new JsonObject { ["schema"] = schemas.Of(type, Direction.Request) };
        if (example is not null) content["example"] = JsonNode.Parse(example);
        return new() { ["required"] = true, ["content"] = new JsonObject { ["application/json"] = content } };
    }

    private JsonObject Responses(ContractRoute route)
    {
        var written = new JsonObject { [$"{route.Operation.Status}"] = Success(route) };
        if (route.Has(Traits.Redirects)) written["302"] = new JsonObject { ["description"] = "The file is to be had at this address, without signing in, for some minutes.", ["headers"] = Headers.OfRedirect };
        foreach (var status in RouteErrors.Of(route).GroupBy(error => error.Status))
            written[status.Key.ToString(CultureInfo.InvariantCulture)] = responses.Of(status.Key, [.. status.Select(error => error.Code)]);
        written["default"] = ErrorResponses.OfGateway;
        return written;
    }

    private JsonObject Success(ContractRoute route)
    {
        var written = new JsonObject { ["description"] = route.Operation.Answer is null ? "Done; no body." : route.Operation.Summary };
        if (Headers.Of(route) is { Count: > 0 } headers) written["headers"] = headers;
        if (route.Operation.Answer is { } answer)
            written["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Answer(route, answer) } };
        if (route.Has(Traits.Csv)) written["content"]!["text/csv"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } };
        return written;
    }

    private JsonObject Answer(ContractRoute route, Type type) => route switch
    {
        _ when route.Has(Traits.Paged) => schemas.PageOf(type),
        _ when route.Has(Traits.PagedByHeader) => new() { ["type"] = "array", ["items"] = schemas.Of(type, Direction.Answer) },
        _ => schemas.Of(type, Direction.Answer),
    };
}
