using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Shares.Hosting.Logging;

/// <summary>
/// One JSON line an entry: <c>level, timestamp, message, logger, service, function_name, function_request_id, correlation_id,
/// xray_trace_id, cold_start</c>, the named values of the message, and <c>exception {type, message, stack, inner}</c>.
/// Level and time have the form that Lambda filters on.
/// </summary>
internal sealed class JsonLineLogger(string category, LambdaEnvironment environment, JsonLines lines, TimeProvider time) : ILogger
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? json;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // Taken out of the thread's slot while in use: a value's ToString may log too.
        var line = buffer ?? new(1024);
        var writer = json ?? new(line, Options);
        (buffer, json) = (null, null);

        line.ResetWrittenCount();
        writer.Reset(line);
        writer.WriteStartObject();
        WriteCommon(writer, logLevel, formatter(state, exception));
        if (state is IReadOnlyList<KeyValuePair<string, object?>> values) LogValues.Write(writer, values);
        if (exception is not null) LogExceptions.Write(writer, "exception", exception);
        writer.WriteEndObject();
        writer.Flush();
        lines.Write(line.WrittenSpan);

        if (line.Capacity <= 64 * 1024) (buffer, json) = (line, writer);
    }

    private void WriteCommon(Utf8JsonWriter writer, LogLevel level, string message)
    {
        writer.WriteString("level"u8, Name(level));
        writer.WriteString("timestamp"u8, time.GetUtcNow().UtcDateTime);
        writer.WriteString("message"u8, message);
        writer.WriteString("logger"u8, category);
        writer.WriteString("service"u8, environment.Service);
        writer.WriteString("function_name"u8, environment.FunctionName);
        if (InvocationScope.Current is not { } scope) return;
        writer.WriteString("function_request_id"u8, scope.Context.RequestId);
        writer.WriteString("correlation_id"u8, scope.CorrelationId);
        if (scope.TraceRoot is { } trace) writer.WriteString("xray_trace_id"u8, trace);
        writer.WriteBoolean("cold_start"u8, scope.ColdStart);
    }

    private static ReadOnlySpan<byte> Name(LogLevel level) => level switch
    {
        LogLevel.Trace => "TRACE"u8,
        LogLevel.Debug => "DEBUG"u8,
        LogLevel.Warning => "WARN"u8,
        LogLevel.Error => "ERROR"u8,
        LogLevel.Critical => "FATAL"u8,
        _ => "INFO"u8,
    };
}
