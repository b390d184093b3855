using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shares.Hosting.Tests.Support;
using Shares.Testing.RuntimeApi;

namespace Shares.Hosting.Tests.HttpApi;

public class FailureTests
{
    [Fact]
    public async Task An_exception_that_escapes_the_application_is_a_500_without_its_message()
    {
        await using var function = await WebFunction.StartAsync(async context =>
        {
            context.Response.Headers["x-half"] = "done";
            await context.Response.WriteAsync("half of the");
            throw new InvalidOperationException("a secret");
        });

        var answer = await function.InvokeAsync(HttpApiEvent.Get("/thing"));

        Assert.Equal(500, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Headers["content-type"]);
        Assert.DoesNotContain("x-half", answer.Headers.Keys);
        Assert.Equal("INTERNAL_ERROR", answer.Json.GetProperty("errorCode").GetString());
        Assert.Equal("/thing", answer.Json.GetProperty("instance").GetString());
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
        var log = Assert.Single(function.Lines.Logs);
        Assert.Equal(answer.Json.GetProperty("traceId").GetString(), log.GetProperty("function_request_id").GetString());
        Assert.Equal("a secret", log.GetProperty("exception").GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_request_is_aborted_a_quarter_of_a_second_before_its_deadline_and_answered_with_503()
    {
        var answer = await AnswerAtDeadlineAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));

        Assert.Equal(503, answer.StatusCode);
        Assert.Equal("TIMED_OUT", answer.Json.GetProperty("errorCode").GetString());
        Assert.Equal("1", answer.Headers["retry-after"]);
    }

    [Fact]
    public async Task An_application_that_goes_on_after_its_abortion_is_left_behind()
    {
        var answer = await AnswerAtDeadlineAsync((_, forever) => forever, isLeftBehind: true);

        Assert.Equal(503, answer.StatusCode);
    }

    [Fact]
    public async Task What_an_application_itself_answers_to_its_abortion_is_kept()
    {
        var answer = await AnswerAtDeadlineAsync(async (context, _) =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            context.Response.StatusCode = 202;
        });

        Assert.Equal(202, answer.StatusCode);
    }

    [Fact]
    public async Task The_frameworks_answer_to_a_caller_who_has_gone_becomes_503()
    {
        var answer = await AnswerAtDeadlineAsync(async (context, _) =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            context.Response.StatusCode = 499;
        });

        Assert.Equal(503, answer.StatusCode);
    }

    private static async Task<HttpApiAnswer> AnswerAtDeadlineAsync(Func<HttpContext, Task, Task> handle, bool isLeftBehind = false)
    {
        var time = new FakeTimeProvider();
        var forever = new TaskCompletionSource();
        var entered = new TaskCompletionSource<CancellationToken>();
        await using var function = await WebFunction.StartAsync(
            context =>
            {
                if (context.Request.Path == "/after") return Task.CompletedTask;
                entered.SetResult(context.RequestAborted);
                return handle(context, forever.Task);
            },
            builder => builder.Services.AddSingleton<TimeProvider>(time));

        var answer = function.InvokeAsync(HttpApiEvent.Get("/"), time.GetUtcNow().AddSeconds(60));
        var token = await entered.Task;
        time.Advance(TimeSpan.FromMilliseconds(59_700));
        Assert.False(token.IsCancellationRequested);
        time.Advance(TimeSpan.FromMilliseconds(50));
        Assert.True(token.IsCancellationRequested);
        while (isLeftBehind && !answer.IsCompleted)
        {
            // Again and again, because the server's last timer may not have been set yet.
            time.Advance(TimeSpan.FromMilliseconds(125));
            await Task.Delay(10);
        }
        Assert.Equal(200, (await function.InvokeAsync(HttpApiEvent.Get("/after"), time.GetUtcNow().AddSeconds(60))).StatusCode);
        forever.SetResult();
        return await answer;
    }
}
