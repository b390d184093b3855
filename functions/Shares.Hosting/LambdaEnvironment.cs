using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Shares.Hosting;

/// <summary>What Lambda tells a function about itself, read once at start from configuration (the process environment is its default source).</summary>
public sealed record LambdaEnvironment
{
    /// <summary>Name of the variable that says where the Runtime API is; it is set exactly when the program runs as a function.</summary>
    public const string RuntimeApiVariable = "AWS_LAMBDA_RUNTIME_API";

    /// <summary>Base address of the Runtime API with version and a trailing slash; null outside Lambda.</summary>
    public Uri? RuntimeApi { get; init; }

    public string FunctionName { get; init; } = "local";

    /// <summary>Value of <c>service</c> in logs and metrics.</summary>
    public string Service { get; init; } = "local";

    /// <summary>Memory of the function in MB; null when unknown.</summary>
    public int? MemoryMegabytes { get; init; }

    public LogLevel MinimumLevel { get; init; } = LogLevel.Information;

    public static LambdaEnvironment From(IConfiguration configuration)
    {
        var function = configuration["AWS_LAMBDA_FUNCTION_NAME"] ?? "local";
        return new()
        {
            RuntimeApi = configuration[RuntimeApiVariable] is { Length: > 0 } host
                ? new($"http://{host.TrimEnd('/')}/2018-06-01/runtime/")
                : null,
            FunctionName = function,
            Service = configuration["POWERTOOLS_SERVICE_NAME"] is { Length: > 0 } service ? service : function,
            MemoryMegabytes = int.TryParse(configuration["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"], out var memory) ? memory : null,
            MinimumLevel = Level(configuration["AWS_LAMBDA_LOG_LEVEL"]),
        };
    }

    private static LogLevel Level(string? name) => name?.ToUpperInvariant() switch
    {
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "WARN" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" => LogLevel.Critical,
        _ => LogLevel.Information,
    };
}
