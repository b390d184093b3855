using Microsoft.Extensions.Logging;

namespace Shares.Hosting.Logging;

[ProviderAlias("JsonLines")]
internal sealed class JsonLineLoggerProvider(LambdaEnvironment environment, JsonLines lines, TimeProvider time) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new JsonLineLogger(categoryName, environment, lines, time);

    public void Dispose()
    {
    }

    /// <summary>The framework's own categories name paths and queries below Warning, so they stay silent there.</summary>
    public static LoggerFilterOptions Filters(LambdaEnvironment environment)
    {
        var framework = (LogLevel)Math.Max((int)LogLevel.Warning, (int)environment.MinimumLevel);
        return new()
        {
            MinLevel = environment.MinimumLevel,
            Rules =
            {
                new(null, "Microsoft", framework, null),
                new(null, "System", framework, null),
            },
        };
    }
}
