using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shares.Hosting.HttpApi;

/// <summary>Reads a JSON string as its UTF-8 bytes, without a string of up to 6 MB in between. Null is no bytes.</summary>
internal sealed class BodyConverter : JsonConverter<byte[]>
{
    public override bool HandleNull => true;

    public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null) return [];
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("The body is not a string.");
        var bytes = new byte[reader.ValueSpan.Length];
        var length = reader.CopyString(bytes);
        return length == bytes.Length ? bytes : bytes[..length];
    }

    public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
