using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shares.OpenApi.Schemas;

/// <summary>Types of single values.</summary>
internal static class Scalars
{
    /// <summary>To the millisecond where there are any.</summary>
    private const string UtcTime = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,3})?Z$";

    public static JsonObject Of(Type type)
    {
        if (type == typeof(string)) return new() { ["type"] = "string" };
        if (type == typeof(bool)) return new() { ["type"] = "boolean" };
        if (type == typeof(int)) return new() { ["type"] = "integer", ["format"] = "int32" };
        if (type == typeof(long)) return new() { ["type"] = "integer", ["format"] = "int64" };
        if (type == typeof(decimal) || type == typeof(double)) return new() { ["type"] = "number" };
        if (type == typeof(DateTimeOffset)) return new() { ["type"] = "string", ["format"] = "date-time", ["pattern"] = UtcTime };
        if (type == typeof(JsonElement)) return [];
        throw new InvalidOperationException($"There is no schema for {type}.");
    }
}
