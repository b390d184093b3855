using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Shares.Hosting.Logging;

/// <summary>Named values of a log message, in camelCase beside the common members; one that has a common member's name gets the prefix <c>value_</c>.</summary>
internal static class LogValues
{
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "level", "timestamp", "message", "logger", "service", "function_name", "function_request_id", "correlation_id",
        "xray_trace_id", "cold_start", "exception",
    };

    // Names come from message templates, which are constants of the program: this does not grow with traffic.
    private static readonly ConcurrentDictionary<string, JsonEncodedText> Names = new(StringComparer.Ordinal);

    public static void Write(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var (name, value) = values[i];
            if (name == "{OriginalFormat}") continue;
            json.WritePropertyName(Names.GetOrAdd(name, Encode));
            WriteValue(json, value);
        }
    }

    private static JsonEncodedText Encode(string name)
    {
        var camel = JsonNamingPolicy.CamelCase.ConvertName(name);
        return JsonEncodedText.Encode(Taken.Contains(camel) ? "value_" + camel : camel);
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case DateTimeOffset moment: json.WriteStringValue(moment.UtcDateTime); break;
            case Guid id: json.WriteStringValue(id); break;
            case IFormattable other: json.WriteStringValue(other.ToString(null, CultureInfo.InvariantCulture)); break;
            default: json.WriteStringValue(value.ToString()); break;
        }
    }
}
