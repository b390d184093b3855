using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shares.Hosting.Logging;

namespace Shares.Hosting;

/// <summary>Logs, metrics and environment of an event function; a web function has the same in its services.</summary>
public sealed class LambdaRuntime : IDisposable
{
    private readonly JsonLines lines;

    private LambdaRuntime(IConfiguration configuration, Stream? output, TimeProvider? time)
    {
        Configuration = configuration;
        Environment = LambdaEnvironment.From(configuration);
        Time = time ?? TimeProvider.System;
        lines = output is null ? JsonLines.ToStandardOutput() : new(output);
        Metrics = new(Environment, lines, Time);
        LoggerFactory = new LoggerFactory(
            [new JsonLineLoggerProvider(Environment, lines, Time)],
            new FixedFilters(JsonLineLoggerProvider.Filters(Environment)));
    }

    public IConfiguration Configuration { get; }

    public LambdaEnvironment Environment { get; }

    public TimeProvider Time { get; }

    public Metrics Metrics { get; }

    public ILoggerFactory LoggerFactory { get; }

    /// <param name="configuration">The process environment when null.</param>
    /// <param name="output">Standard output when null.</param>
    public static LambdaRuntime Create(IConfiguration? configuration = null, Stream? output = null, TimeProvider? time = null) =>
        new(configuration ?? new ConfigurationBuilder().AddEnvironmentVariables().Build(), output, time);

    public void Dispose()
    {
        LoggerFactory.Dispose();
        Metrics.Dispose();
        lines.Dispose();
    }

    private sealed class FixedFilters(LoggerFilterOptions value) : IOptionsMonitor<LoggerFilterOptions>
    {
        public LoggerFilterOptions CurrentValue => value;

        public LoggerFilterOptions Get(string? name) => value;

        public IDisposable? OnChange(Action<LoggerFilterOptions, string?> listener) => null;
    }
}
