using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Shares.Testing.RuntimeApi;

namespace Shares.Hosting.Tests.Support;

internal sealed record Order(int Number);

internal sealed record Receipt(string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Receipt))]
internal sealed partial class OrderJson : JsonSerializerContext;

/// <summary>An event function that takes an <see cref="Order"/>, in this process, woken by a strict Runtime API.</summary>
internal sealed class EventFunction : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly LambdaRuntime runtime;

    private EventFunction(StrictRuntimeApi api, TimeProvider? time)
    {
        Api = api;
        var configuration = new ConfigurationBuilder().AddCommandLine([.. api.Arguments, "--AWS_LAMBDA_FUNCTION_NAME=UnderTest"]).Build();
        runtime = LambdaRuntime.Create(configuration, Lines, time);
    }

    public StrictRuntimeApi Api { get; }

    public CapturedLines Lines { get; } = new();

    /// <summary>Ends when the function ends.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    public static async Task<EventFunction> StartAsync(
        Func<Order, InvocationContext, CancellationToken, Task<Receipt>> handler,
        Func<CancellationToken, Task>? warmUp = null,
        TimeProvider? time = null)
    {
        var function = new EventFunction(await StrictRuntimeApi.StartAsync(), time);
        function.Running = LambdaFunction.RunAsync(
            handler, OrderJson.Default.Order, OrderJson.Default.Receipt, warmUp, function.runtime, function.stopping.Token);
        return function;
    }

    public Task<InvocationOutcome> InvokeAsync(string eventJson, DateTimeOffset? deadline = null) => Api.InvokeAsync(eventJson, deadline);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Api.DisposeAsync();
        runtime.Dispose();
        stopping.Dispose();
    }
}
