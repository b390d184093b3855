using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace Shares.Hosting.RuntimeApi;

/// <summary>Turns a typed handler of events into one for the loop.</summary>
internal static partial class TypedEvents
{
    public static Func<ILogger, InvocationHandler> Create<TEvent>(
        Func<TEvent, InvocationContext, CancellationToken, Task> handler, JsonTypeInfo<TEvent> eventType) =>
        logger => (invocation, response, aborted) => HandleAsync(
            invocation,
            eventType,
            logger,
            async input =>
            {
                await handler(input, invocation.Context, aborted);
                response.Write("null"u8);
            },
            aborted);

    public static Func<ILogger, InvocationHandler> Create<TEvent, TResult>(
        Func<TEvent, InvocationContext, CancellationToken, Task<TResult>> handler, JsonTypeInfo<TEvent> eventType, JsonTypeInfo<TResult> resultType) =>
        logger => (invocation, response, aborted) => HandleAsync(
            invocation,
            eventType,
            logger,
            async input =>
            {
                var result = await handler(input, invocation.Context, aborted);
                await using var json = new Utf8JsonWriter(response);
                JsonSerializer.Serialize(json, result, resultType);
            },
            aborted);

    private static async Task<InvocationFault?> HandleAsync<TEvent>(
        Invocation invocation, JsonTypeInfo<TEvent> eventType, ILogger logger, Func<TEvent, Task> handle, CancellationToken aborted)
    {
        if (!TryParse(invocation, eventType, out var input))
        {
            LogInvalidEvent(logger);
            return InvocationFault.InvalidEvent;
        }
        try
        {
            await handle(input);
            return null;
        }
        catch (OperationCanceledException exception) when (aborted.IsCancellationRequested)
        {
            LogDeadline(logger, exception);
            return InvocationFault.DeadlineExceeded;
        }
    }

    private static bool TryParse<TEvent>(Invocation invocation, JsonTypeInfo<TEvent> eventType, [NotNullWhen(true)] out TEvent? input)
    {
        try
        {
            input = JsonSerializer.Deserialize(invocation.Event, eventType);
            return input is not null;
        }
        catch (JsonException)
        {
            input = default;
            return false;
        }
    }

    [LoggerMessage(10, LogLevel.Error, "The event does not have the shape that this function takes")]
    private static partial void LogInvalidEvent(ILogger logger);

    [LoggerMessage(11, LogLevel.Error, "The function did not finish in its time")]
    private static partial void LogDeadline(ILogger logger, Exception exception);
}
