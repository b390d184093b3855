using Microsoft.Extensions.Configuration;
using Shares.Hosting.Tests.Support;
using Shares.Testing.RuntimeApi;

namespace Shares.Hosting.Tests.RuntimeApi;

public class EventFunctionTests
{
    private static Task<Receipt> Confirm(Order order, InvocationContext context, CancellationToken aborted) =>
        Task.FromResult(new Receipt($"order {order.Number}"));

    [Fact]
    public async Task The_handlers_result_is_the_response_to_each_event_in_turn()
    {
        await using var function = await EventFunction.StartAsync(Confirm);

        Assert.Equal("""{"text":"order 1"}""", (await function.InvokeAsync("""{"number":1}""")).Response);
        Assert.Equal("""{"text":"order 2"}""", (await function.InvokeAsync("""{"number":2}""")).Response);
        Assert.Empty(function.Api.Violations);
    }

    [Fact]
    public async Task A_handler_without_a_result_answers_null()
    {
        await using var api = await StrictRuntimeApi.StartAsync();
        using var stopping = new CancellationTokenSource();
        using var runtime = LambdaRuntime.Create(new ConfigurationBuilder().AddCommandLine(api.Arguments).Build(), Stream.Null);
        var running = LambdaFunction.RunAsync(
            (Order _, InvocationContext _, CancellationToken _) => Task.CompletedTask, OrderJson.Default.Order, runtime: runtime, cancellationToken: stopping.Token);

        Assert.Equal("null", (await api.InvokeAsync("""{"number":1}""")).Response);
        await stopping.CancelAsync();
        await running;
    }

    [Fact]
    public async Task The_context_says_what_Lambda_says()
    {
        InvocationContext? seen = null;
        string? trace = null;
        await using var function = await EventFunction.StartAsync((_, context, _) =>
        {
            (seen, trace) = (context, Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));
            return Task.FromResult(new Receipt(""));
        });
        var deadline = DateTimeOffset.FromUnixTimeMilliseconds(4_000_000_000_123);

        await function.InvokeAsync("""{"number":1}""", deadline);

        Assert.Equal(StrictRuntimeApi.FunctionArn, seen!.FunctionArn);
        Assert.Equal(deadline, seen.Deadline);
        Assert.True(Guid.TryParse(seen.RequestId, out _));
        Assert.Contains(StrictRuntimeApi.TraceRoot, seen.TraceId, StringComparison.Ordinal);
        Assert.Equal(seen.TraceId, trace);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[1,2]")]
    [InlineData("""{"number":"many"}""")]
    public async Task A_poisoned_event_is_reported_and_the_next_one_is_handled(string poison)
    {
        await using var function = await EventFunction.StartAsync(Confirm);

        Assert.Equal("Function.InvalidEvent", (await function.InvokeAsync(poison)).Error?.Type);
        Assert.Equal("""{"text":"order 2"}""", (await function.InvokeAsync("""{"number":2}""")).Response);
    }

    [Fact]
    public async Task An_exception_is_reported_by_its_type_and_logged_in_full()
    {
        await using var function = await EventFunction.StartAsync((_, _, _) => throw new Weird_2Exception("a secret"));

        var error = (await function.InvokeAsync("""{"number":1}""")).Error!;

        Assert.Equal("Function.WeirdException", error.Type);
        Assert.DoesNotContain("a secret", error.Body, StringComparison.Ordinal);
        var log = Assert.Single(function.Lines.Logs);
        Assert.Equal("ERROR", log.GetProperty("level").GetString());
        Assert.Equal("a secret", log.GetProperty("exception").GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_response_over_the_limit_is_logged_and_the_next_event_is_handled()
    {
        await using var function = await EventFunction.StartAsync((order, _, _) => Task.FromResult(new Receipt(new('x', order.Number))));

        Assert.True((await function.InvokeAsync($$"""{"number":{{StrictRuntimeApi.ResponseLimit}}}""")).TooLarge);
        Assert.Equal("""{"text":"xx"}""", (await function.InvokeAsync("""{"number":2}""")).Response);
        Assert.Contains(function.Lines.Logs, log => log.GetProperty("level").GetString() == "ERROR");
        Assert.Empty(function.Api.Violations);
    }

    private sealed class Weird_2Exception(string message) : Exception(message);
}
