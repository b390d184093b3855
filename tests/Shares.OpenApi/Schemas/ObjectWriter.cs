using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Shares.Web.OpenApi;

namespace Shares.OpenApi.Schemas;

/// <summary>
/// The schema of one type. In requests what is not required may be left out or null. In answers every member is there but those that are
/// left out when they are null.
/// </summary>
internal sealed class ObjectWriter(SchemaCatalogue catalogue, JsonTypeInfo info, Direction direction)
{
    private readonly BodyShape _shapes = catalogue.Bodies.SingleOrDefault(body => body.Type == info.Type) ?? new BodyShape(info.Type);

    /// <summary>Of a request only what can be set: its types compute other things from that.</summary>
    private IEnumerable<JsonPropertyInfo> Properties => info.Properties.Where(property => direction == Direction.Answer || Clr(property).CanWrite);

    public void WriteInto(JsonObject schema)
    {
        foreach (var member in _shapes.Members.Keys.Concat(_shapes.Required).Except(Properties.Select(p => p.Name)))
            catalogue.Report($"{info.Type.Name} has a shape for {member}, which it has not");
        schema["type"] = "object";
        if (catalogue.Comments.Of(info.Type) is { } about) schema["description"] = about;
        if (Properties.Any(IsRequired)) schema["required"] = new JsonArray([.. Properties.Where(IsRequired).Select(property => (JsonNode)property.Name)]);
        var members = new JsonObject();
        foreach (var property in Properties) members[property.Name] = Member(property);
        schema["properties"] = members;
    }

    private JsonObject Member(JsonPropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var schema = catalogue.Of(type, direction);
        if (Shape(property.Name) is { } shape) ShapeWriter.Apply(shape, schema);
        else if (IsText(schema)) catalogue.Report($"{info.Type.Name}.{property.Name}");
        if (IsNullable(property)) schema = OrNull(schema);
        if (catalogue.Comments.Of(Clr(property)) is { } about) schema["description"] = about;
        return schema;
    }

    private Shape? Shape(string member) => _shapes.Members.GetValueOrDefault(member) ?? CommonShapes.Members.GetValueOrDefault(member);

    private bool IsRequired(JsonPropertyInfo property) =>
        direction == Direction.Request ? _shapes.Required.Contains(property.Name) : !IsLeftOutWhenNull(property);

    private bool IsNullable(JsonPropertyInfo property) => direction == Direction.Request
        ? !IsRequired(property)
        : IsNullableType(property) && !IsLeftOutWhenNull(property) && !catalogue.IsSent(info.Type);

    private bool IsLeftOutWhenNull(JsonPropertyInfo property) => Clr(property).GetCustomAttribute<JsonIgnoreAttribute>() is { } attribute
        ? attribute.Condition == JsonIgnoreCondition.WhenWritingNull
        : info.Options.DefaultIgnoreCondition == JsonIgnoreCondition.WhenWritingNull && IsNullableType(property) && !catalogue.IsSent(info.Type);

    private static bool IsNullableType(JsonPropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null || property.IsGetNullable;

    private PropertyInfo Clr(JsonPropertyInfo property) =>
        info.Type.GetProperties().Single(clr => JsonNamingPolicy.CamelCase.ConvertName(clr.Name) == property.Name);

    private static bool IsText(JsonObject schema) =>
        schema["type"]?.GetValue<string>() switch
        {
            "string" => schema["format"] is null,
            "array" => IsText(schema["items"]!.AsObject()),
            _ => false,
        };

    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema.ContainsKey("$ref")) return new() { ["oneOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        if (schema["type"] is { } type) schema["type"] = new JsonArray(type.DeepClone(), "null");
        if (schema["enum"] is JsonArray values) values.Add(null);
        return schema;
    }
}
