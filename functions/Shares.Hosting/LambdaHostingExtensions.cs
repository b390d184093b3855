using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Shares.Hosting.HttpApi;
using Shares.Hosting.Logging;
using Shares.Hosting.RuntimeApi;

namespace Shares.Hosting;

public static class LambdaHostingExtensions
{
    /// <summary>
    /// Makes a builder of <c>WebApplication.CreateEmptyBuilder(new() { Args = args })</c> one of a function: served by Lambda's Runtime API
    /// where <c>AWS_LAMBDA_RUNTIME_API</c> is set, by Kestrel elsewhere (<c>ASPNETCORE_URLS</c>, by default http://localhost:5000).
    /// Adds routing, logs as JSON lines, <see cref="Metrics"/> and <see cref="TimeProvider.System"/>.
    /// The process environment becomes configuration, below arguments (<c>--NAME=value</c>) and what the caller has added.
    /// </summary>
    public static WebApplicationBuilder AddLambdaHosting(this WebApplicationBuilder builder)
    {
        var sources = ((IConfigurationBuilder)builder.Configuration).Sources;
        sources.Insert(0, new EnvironmentVariablesConfigurationSource { Prefix = "ASPNETCORE_" });
        sources.Insert(0, new EnvironmentVariablesConfigurationSource());
        var environment = LambdaEnvironment.From(builder.Configuration);

        builder.Services.AddSingleton(environment);
        builder.Services.AddSingleton<Metrics>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton(_ => JsonLines.ToStandardOutput());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<ILoggerProvider, JsonLineLoggerProvider>();
        var filters = JsonLineLoggerProvider.Filters(environment);
        builder.Services.Configure<LoggerFilterOptions>(options =>
        {
            options.MinLevel = filters.MinLevel;
            foreach (var rule in filters.Rules) options.Rules.Add(rule);
        });

        if (environment.RuntimeApi is { } address) AddLambdaServer(builder.Services, environment, address);
        else if (HostingFeatures.Kestrel) builder.WebHost.UseKestrelCore();
        else throw new InvalidOperationException($"{LambdaEnvironment.RuntimeApiVariable} is not set: this published program only runs as a function.");
        return builder;
    }

    /// <summary>
    /// Adds work done once on Lambda after the application has started and before the first request, while the processor is free.
    /// At most five seconds; a failure is logged and ends nothing.
    /// </summary>
    public static IServiceCollection AddLambdaWarmUp(this IServiceCollection services, Func<IServiceProvider, CancellationToken, Task> work) =>
        services.AddSingleton(provider => new WarmUp(stopping => work(provider, stopping)));

    private static void AddLambdaServer(IServiceCollection services, LambdaEnvironment environment, Uri address)
    {
        MemoryLimit.Apply(environment);
        var api = new RuntimeApiClient(address);
        InitErrors.ReportUnhandled(api);
        services.AddSingleton(api);
        services.AddSingleton<InvocationLoop>();
        services.AddSingleton<IServer, LambdaServer>();
    }
}
