using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using Shares.Hosting.Tests.Support;

namespace Shares.Hosting.Tests.RuntimeApi;

public class EventFunctionLifeTests
{
    private static Task<Receipt> Confirm(Order order, InvocationContext context, CancellationToken aborted) => Task.FromResult(new Receipt("done"));

    [Fact]
    public async Task The_handler_is_cancelled_a_quarter_of_a_second_before_the_deadline()
    {
        var time = new FakeTimeProvider();
        var entered = new TaskCompletionSource<CancellationToken>();
        await using var function = await EventFunction.StartAsync(
            async (_, _, aborted) =>
            {
                entered.SetResult(aborted);
                await Task.Delay(Timeout.Infinite, aborted);
                return new("never");
            },
            time: time);

        var outcome = function.InvokeAsync("""{"number":1}""", time.GetUtcNow().AddSeconds(60));
        var token = await entered.Task;
        time.Advance(TimeSpan.FromMilliseconds(59_700));
        Assert.False(token.IsCancellationRequested);
        time.Advance(TimeSpan.FromMilliseconds(50));

        Assert.Equal("Function.DeadlineExceeded", (await outcome).Error?.Type);
    }

    [Fact]
    public async Task The_warm_up_comes_before_the_first_event_and_once()
    {
        var order = new List<string>();
        await using var function = await EventFunction.StartAsync(
            (_, _, _) =>
            {
                order.Add("event");
                return Task.FromResult(new Receipt(""));
            },
            _ =>
            {
                order.Add("warm-up");
                return Task.CompletedTask;
            });

        await function.InvokeAsync("""{"number":1}""");
        await function.InvokeAsync("""{"number":2}""");

        Assert.Equal(["warm-up", "event", "event"], order);
    }

    [Fact]
    public async Task A_failed_warm_up_is_logged_and_ends_nothing()
    {
        await using var function = await EventFunction.StartAsync(Confirm, _ => throw new InvalidOperationException("no store"));

        Assert.NotNull((await function.InvokeAsync("""{"number":1}""")).Response);
        Assert.Equal("WARN", Assert.Single(function.Lines.Logs).GetProperty("level").GetString());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(403)]
    public async Task A_Runtime_API_that_gives_no_event_ends_the_function(int status)
    {
        await using var function = await EventFunction.StartAsync(Confirm);
        await function.InvokeAsync("""{"number":1}""");
        function.Api.Break(status);
        _ = function.InvokeAsync("""{"number":2}""");

        await Assert.ThrowsAnyAsync<Exception>(() => function.Running.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System));
    }

    [Fact]
    public async Task A_Runtime_API_that_fails_at_the_answer_ends_the_function()
    {
        EventFunction? started = null;
        await using var function = await EventFunction.StartAsync((_, _, _) =>
        {
            started!.Api.Break(500);
            return Task.FromResult(new Receipt("lost"));
        });
        started = function;
        _ = function.InvokeAsync("""{"number":1}""");

        await Assert.ThrowsAnyAsync<Exception>(() => function.Running.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System));
    }

    [Fact]
    public async Task An_event_function_refuses_to_run_outside_Lambda()
    {
        using var runtime = LambdaRuntime.Create(new ConfigurationBuilder().Build(), Stream.Null);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => LambdaFunction.RunAsync(Confirm, OrderJson.Default.Order, OrderJson.Default.Receipt, runtime: runtime));

        Assert.Contains("AWS_LAMBDA_RUNTIME_API", refusal.Message, StringComparison.Ordinal);
    }
}
