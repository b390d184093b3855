using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Shares.Bench.Scale.Build;

/// <summary>An item as DynamoDB Local keeps it: attributes in the JSON of the protocol, in UTF-8.</summary>
internal static class ItemJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Of(Dictionary<string, AttributeValue> item)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options)) WriteMap(json, item);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteMap(Utf8JsonWriter json, Dictionary<string, AttributeValue> map)
    {
        json.WriteStartObject();
        foreach (var (name, value) in map)
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, AttributeValue value)
    {
        json.WriteStartObject();
        if (value.S is { } text) json.WriteString("S"u8, text);
        else if (value.N is { } number) json.WriteString("N"u8, number);
        else if (value.BOOL is { } flag) json.WriteBoolean("BOOL"u8, flag);
        else if (value.B is { } bytes) json.WriteBase64String("B"u8, bytes.ToArray());
        else if (value.BS is { } set)
        {
            json.WriteStartArray("BS"u8);
            set.ForEach(element => json.WriteBase64StringValue(element.ToArray()));
            json.WriteEndArray();
        }
        else if (value.L is { } list)
        {
            json.WriteStartArray("L"u8);
            list.ForEach(element => WriteValue(json, element));
            json.WriteEndArray();
        }
        else if (value.M is { } map)
        {
            json.WritePropertyName("M"u8);
            WriteMap(json, map);
        }
        else
        {
            throw new NotSupportedException("No item that is written here holds values of this type.");
        }

        json.WriteEndObject();
    }
}
