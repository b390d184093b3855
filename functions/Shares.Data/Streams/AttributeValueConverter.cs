using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.DynamoDBv2.Model;

namespace Shares.Data.Streams;

/// <summary>Reads an attribute as streams write it: <c>{"S": "text"}</c>, with binary values in base 64.</summary>
public sealed class AttributeValueConverter : JsonConverter<AttributeValue>
{
    /// <exception cref="JsonException">Not an attribute, or of a type that the table does not use.</exception>
    public override AttributeValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, AttributeValue value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Attributes are read from streams, never written to them.");

    private static AttributeValue Read(JsonElement element)
    {
        var type = element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().FirstOrDefault() : default;
        if (type.Value.ValueKind == JsonValueKind.Undefined) throw new JsonException("An attribute is an object with its type.");
        var value = type.Value;
        return type.Name switch
        {
            "S" => new() { S = value.GetString() },
            "N" => new() { N = value.GetString() },
            "BOOL" => new() { BOOL = value.GetBoolean() },
            "NULL" => new() { NULL = value.GetBoolean() },
            "B" => new() { B = Bytes(value) },
            "L" => new() { L = [.. value.EnumerateArray().Select(Read)] },
            "M" => new() { M = value.EnumerateObject().ToDictionary(member => member.Name, member => Read(member.Value)) },
            "SS" => new() { SS = [.. value.EnumerateArray().Select(text => text.GetString()!)] },
            "NS" => new() { NS = [.. value.EnumerateArray().Select(text => text.GetString()!)] },
            "BS" => new() { BS = [.. value.EnumerateArray().Select(Bytes)] },
            _ => throw new JsonException($"Not a type of attribute: {type.Name}"),
        };
    }

    private static MemoryStream Bytes(JsonElement value) => new(value.GetBytesFromBase64());
}
