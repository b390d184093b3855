using System.Text.Json;

namespace Shares.Hosting.Logging;

internal static class LogExceptions
{
    private const int MaximumDepth = 5;

    public static void Write(Utf8JsonWriter json, string name, Exception exception, int depth = 1)
    {
        json.WriteStartObject(name);
        json.WriteString("type"u8, exception.GetType().FullName);
        json.WriteString("message"u8, exception.Message);
        json.WriteString("stack"u8, exception.StackTrace);
        if (exception.InnerException is { } inner && depth < MaximumDepth) Write(json, "inner", inner, depth + 1);
        json.WriteEndObject();
    }
}
