using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Shares.Hosting.Tests.Support;
using Shares.Testing.RuntimeApi;

namespace Shares.Hosting.Tests.Logging;

public class LogTests
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 22, 10, 15, 30, 123, TimeSpan.Zero);

    [Fact]
    public async Task A_line_has_the_members_that_Lambda_and_its_readers_look_for()
    {
        await using var function = await LoggingAsync(
            logger => logger.LogWarning("Share {ShareId} has {Count} datasets", "s-1", 3), "--POWERTOOLS_SERVICE_NAME=api");

        await function.InvokeAsync(HttpApiEvent.Get("/") with { RequestId = "gateway-1" });

        var line = Assert.Single(function.Lines.Logs);
        Assert.Equal("WARN", Text(line, "level"));
        Assert.Equal("2026-11-22T10:15:30.123Z", Text(line, "timestamp"));
        Assert.Equal("Share s-1 has 3 datasets", Text(line, "message"));
        Assert.Equal("api", Text(line, "service"));
        Assert.Equal("UnderTest", Text(line, "function_name"));
        Assert.Equal("gateway-1", Text(line, "correlation_id"));
        Assert.Equal(StrictRuntimeApi.TraceRoot, Text(line, "xray_trace_id"));
        Assert.True(Guid.TryParse(Text(line, "function_request_id"), out _));
        Assert.Equal("s-1", Text(line, "shareId"));
        Assert.Equal(3, line.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Only_the_first_request_of_a_process_is_a_cold_start()
    {
        await using var function = await LoggingAsync(logger => logger.LogInformation("here"));

        await function.InvokeAsync(HttpApiEvent.Get("/"));
        await function.InvokeAsync(HttpApiEvent.Get("/"));

        Assert.Equal([true, false], function.Lines.Logs.Select(line => line.GetProperty("cold_start").GetBoolean()));
        Assert.Equal("UnderTest", Text(function.Lines.Logs.First(), "service"));
    }

    [Theory]
    [InlineData("TRACE", 6)]
    [InlineData("DEBUG", 5)]
    [InlineData("INFO", 4)]
    [InlineData("WARN", 3)]
    [InlineData("ERROR", 2)]
    [InlineData("FATAL", 1)]
    [InlineData("", 4)]
    public async Task Lambdas_level_decides_what_is_written(string level, int expected)
    {
        await using var function = await LoggingAsync(
            logger =>
            {
                for (var each = LogLevel.Trace; each < LogLevel.None; each++) logger.Log(each, "at {Level}", each);
            },
            "--AWS_LAMBDA_LOG_LEVEL=" + level);

        await function.InvokeAsync(HttpApiEvent.Get("/"));

        Assert.Equal(
            new[] { "TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL" }[^expected..], function.Lines.Logs.Select(line => Text(line, "level")));
    }

    [Fact]
    public async Task Paths_queries_and_tokens_are_not_logged_by_the_framework_at_any_level()
    {
        await using var function = await LoggingAsync(_ => { }, "--AWS_LAMBDA_LOG_LEVEL=TRACE");

        await function.InvokeAsync(HttpApiEvent.Get("/secret-path", "secret=query").WithHeader("authorization", "Bearer secret").By("lab-admin"));

        Assert.DoesNotContain("secret", function.Lines.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_cannot_imitate_a_member_nor_a_line()
    {
        await using var function = await LoggingAsync(
            logger => logger.LogError("{Level} {Message} {Name}", "forged", "forged", "x\n{\"level\":\"INFO\"}"));

        await function.InvokeAsync(HttpApiEvent.Get("/"));

        var line = Assert.Single(function.Lines.Logs);
        Assert.Equal("ERROR", Text(line, "level"));
        Assert.Equal("forged", Text(line, "value_level"));
        Assert.Equal("x\n{\"level\":\"INFO\"}", Text(line, "name"));
    }

    [Fact]
    public async Task An_exception_is_written_with_what_caused_it()
    {
        await using var function = await LoggingAsync(
            logger => logger.LogError(new InvalidOperationException("outer", new FormatException("inner")), "failed {Value}", double.NaN));

        await function.InvokeAsync(HttpApiEvent.Get("/"));

        var exception = Assert.Single(function.Lines.Logs).GetProperty("exception");
        Assert.Equal("System.InvalidOperationException", Text(exception, "type"));
        Assert.Equal("inner", Text(exception.GetProperty("inner"), "message"));
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static Task<WebFunction> LoggingAsync(Action<ILogger> log, params string[] args) => WebFunction.StartAsync(
        context =>
        {
            log(context.RequestServices.GetRequiredService<ILogger<LogTests>>());
            return Task.CompletedTask;
        },
        builder => builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Moment)),
        args: args);
}
