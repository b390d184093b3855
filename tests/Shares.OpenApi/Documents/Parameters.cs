using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Shares.OpenApi.Routing;
using Shares.OpenApi.Schemas;
using Shares.Web.OpenApi;
using Shares.Web.Paging;

namespace Shares.OpenApi.Documents;

/// <summary>Parameters of paths, queries and headers. Those that several routes have are components.</summary>
internal static partial class Parameters
{
    private static readonly (string Name, string In, string Description, Shape Shape)[] Shared =
    [
        ("limit", "query", $"Entries of a page, at least 1. More than {PageRequest.MaxLimit} gives {PageRequest.MaxLimit}.", Shape.Integer(1, int.MaxValue)),
        ("nextToken", "query", "What the last page gave, to go on after it. Bound to the query and the caller.", Shape.String),
        ("If-Match", "header", "The `ETag` that was read: refused with 412 when it is another by now. `*`, or none, matches all.", Shape.String),
        ("Idempotency-Key", "header", "The same key with the same request has the effect of one, for 24 hours. What was created gets the first answer again; credentials, URLs and previews are made anew.", Shape.Matching("^[!-~]{1,255}$")),
    ];

    public static JsonObject Components()
    {
        var components = new JsonObject();
        foreach (var (name, (description, shape)) in CommonShapes.Paths) components[name] = Write(name, "path", description, shape);
        foreach (var (name, place, description, shape) in Shared) components[name] = Write(name, place, description, shape);
        return components;
    }

    public static JsonArray Of(ContractRoute route)
    {
        var names = PathVariable().Matches(route.Path).Select(match => match.Groups[1].Value).ToList();
        if (route.IsPaged) names.AddRange(["limit", "nextToken"]);
        if (route.Has(Traits.Conditional)) names.Add("If-Match");
        if (route.Has(Traits.Idempotent)) names.Add("Idempotency-Key");
        JsonNode[] parameters =
        [
            .. names.Select(name => new JsonObject { ["$ref"] = $"#/components/parameters/{name}" }),
            .. route.Operation.Query.Select(query => Write(query.Name, "query", query.Description, query.Shape, query.IsRequired)),
        ];
        return new JsonArray(parameters);
    }

    private static JsonObject Write(string name, string place, string description, Shape shape, bool isRequired = false)
    {
        var written = new JsonObject { ["name"] = name, ["in"] = place, ["description"] = description };
        if (isRequired || place == "path") written["required"] = true;
        written["schema"] = ShapeWriter.Write(shape);
        return written;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PathVariable();
}
