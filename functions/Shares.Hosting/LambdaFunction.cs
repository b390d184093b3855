using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Shares.Hosting.RuntimeApi;

namespace Shares.Hosting;

/// <summary>
/// Runs an event function: a stream, a schedule, a subscription. The token given to the handler is cancelled shortly before the deadline.
/// An event of another shape and an exception of the handler are reported to Lambda, which retries as the event source says.
/// </summary>
public static class LambdaFunction
{
    /// <param name="warmUp">Done once before the first event, see <see cref="WarmUp"/>.</param>
    /// <param name="runtime">Made from the process environment when null.</param>
    /// <exception cref="InvalidOperationException">The program does not run as a function.</exception>
    public static Task RunAsync<TEvent>(
        Func<TEvent, InvocationContext, CancellationToken, Task> handler,
        JsonTypeInfo<TEvent> eventType,
        Func<CancellationToken, Task>? warmUp = null,
        LambdaRuntime? runtime = null,
        CancellationToken cancellationToken = default)
    {
        return RunAsync(TypedEvents.Create(handler, eventType), warmUp, runtime, cancellationToken);
    }

    /// <inheritdoc cref="RunAsync{TEvent}"/>
    public static Task RunAsync<TEvent, TResult>(
        Func<TEvent, InvocationContext, CancellationToken, Task<TResult>> handler,
        JsonTypeInfo<TEvent> eventType,
        JsonTypeInfo<TResult> resultType,
        Func<CancellationToken, Task>? warmUp = null,
        LambdaRuntime? runtime = null,
        CancellationToken cancellationToken = default)
    {
        return RunAsync(TypedEvents.Create(handler, eventType, resultType), warmUp, runtime, cancellationToken);
    }

    private static async Task RunAsync(
        Func<ILogger, InvocationHandler> create,
        Func<CancellationToken, Task>? warmUp,
        LambdaRuntime? given,
        CancellationToken stopping)
    {
        using var own = given is null ? LambdaRuntime.Create() : null;
        var runtime = given ?? own!;
        var address = runtime.Environment.RuntimeApi
            ?? throw new InvalidOperationException($"{LambdaEnvironment.RuntimeApiVariable} is not set: this program only runs as a function.");
        MemoryLimit.Apply(runtime.Environment);
        using var api = new RuntimeApiClient(address);
        var logger = runtime.LoggerFactory.CreateLogger(typeof(LambdaFunction));
        if (warmUp is not null) await new WarmUp(warmUp).RunAsync(logger, runtime.Time, stopping);
        var loop = new InvocationLoop(api, runtime.Metrics, runtime.Time, runtime.LoggerFactory.CreateLogger<InvocationLoop>());
        await loop.RunAsync(create(logger), stopping);
    }
}
