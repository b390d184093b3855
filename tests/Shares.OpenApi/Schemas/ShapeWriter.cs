using System.Text.Json.Nodes;
using Shares.Web.OpenApi;

namespace Shares.OpenApi.Schemas;

/// <summary>Shapes in the words of JSON Schema.</summary>
internal static class ShapeWriter
{
    /// <summary>The schema of a parameter.</summary>
    public static JsonObject Write(Shape shape)
    {
        var schema = new JsonObject { ["type"] = shape.Type };
        Apply(shape, schema);
        return schema;
    }

    /// <summary>Adds what the shape says to the schema of a type; to the entries, where the type is a list.</summary>
    public static void Apply(Shape shape, JsonObject schema)
    {
        Set(schema, "minItems", shape.MinItems);
        Set(schema, "maxItems", shape.MaxItems);
        if (shape.Items is { } items) Apply(items, schema["items"]!.AsObject());
        Set(schema, "format", shape.Format);
        Set(schema, "pattern", shape.Pattern);
        Set(schema, "minLength", shape.MinLength);
        Set(schema, "maxLength", shape.MaxLength);
        Set(schema, "minimum", shape.Minimum);
        Set(schema, "exclusiveMinimum", shape.Above);
        Set(schema, "maximum", shape.Maximum);
        if (shape.Values.Count > 0) schema["enum"] = new JsonArray([.. shape.Values.Select(value => (JsonNode)value)]);
        if (shape.Default is { } json) schema["default"] = JsonNode.Parse(json);
    }

    private static void Set<T>(JsonObject schema, string keyword, T? value)
    {
        if (value is not null) schema[keyword] = JsonValue.Create(value);
    }
}
