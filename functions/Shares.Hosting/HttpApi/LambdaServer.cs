using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shares.Hosting.RuntimeApi;

namespace Shares.Hosting.HttpApi;

/// <summary>
/// The server of an ASP.NET Core application on Lambda: requests come from the Runtime API instead of a socket.
/// When the Runtime API fails, the application stops and stopping throws, so that the process exits with an error.
/// </summary>
internal sealed partial class LambdaServer(
    RuntimeApiClient api,
    InvocationLoop loop,
    IEnumerable<WarmUp> warmUps,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<LambdaServer> logger) : IServer
{
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        running = RunAsync(new HttpApiHandler<TContext>(application, time, logger).HandleAsync);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await running.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        stopping.Dispose();
        api.Dispose();
    }

    private async Task RunAsync(InvocationHandler handle)
    {
        try
        {
            if (!await StartedAsync()) return;
            foreach (var warmUp in warmUps) await warmUp.RunAsync(logger, time, stopping.Token);
            await loop.RunAsync(handle, stopping.Token);
        }
        catch (Exception exception)
        {
            LogFailed(exception);
            lifetime.StopApplication();
            throw;
        }
    }

    /// <summary>Waits until everything else in the application has started too.</summary>
    private async Task<bool> StartedAsync()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStarted = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await using var onStopping = stopping.Token.Register(() => started.TrySetCanceled());
        await Task.WhenAny(started.Task);
        return started.Task.IsCompletedSuccessfully;
    }

    [LoggerMessage(40, LogLevel.Critical, "The function cannot go on")]
    private partial void LogFailed(Exception exception);
}
