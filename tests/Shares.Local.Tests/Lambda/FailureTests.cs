using Microsoft.Extensions.Time.Testing;
using static Shares.Local.Tests.Lambda.LambdaFixture;

namespace Shares.Local.Tests.Lambda;

public sealed class FailureTests
{
    [Fact]
    public async Task A_crash_in_the_middle_of_an_event_is_an_exit_error_and_the_next_event_gets_a_new_process()
    {
        await using var fixture = new LambdaFixture(concurrency: 1);
        var (_, before) = await fixture.InvokeAsync(Do("environment"));
        var (isError, payload) = await fixture.InvokeAsync(new() { ["do"] = "exit", ["code"] = 3 });
        Assert.True(isError);
        Assert.Equal("Runtime.ExitError", payload["errorType"]!.ToString());
        Assert.EndsWith("exit status 3", payload["errorMessage"]!.ToString(), StringComparison.Ordinal);
        var (_, after) = await fixture.InvokeAsync(Do("environment"));
        Assert.NotEqual(before["pid"]!.GetValue<int>(), after["pid"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_keys_of_a_process_end_with_it()
    {
        await using var fixture = new LambdaFixture(concurrency: 1);
        var (_, environment) = await fixture.InvokeAsync(Do("environment"));
        await fixture.InvokeAsync(new() { ["do"] = "exit", ["code"] = 0 });
        Assert.Null(fixture.Credentials.Find(environment["AWS_ACCESS_KEY_ID"]!.ToString()));
    }

    [Fact]
    public async Task A_process_that_dies_while_it_has_nothing_to_do_costs_no_event()
    {
        await using var fixture = new LambdaFixture(concurrency: 1);
        for (var round = 0; round < 5; round++)
        {
            var (diedWithError, answer) = await fixture.InvokeAsync(Do("answerAndExit"));
            Assert.False(diedWithError);
            Assert.Equal("answered", answer.ToString());
        }
    }

    [Fact]
    public async Task An_error_that_the_function_reports_is_passed_on_and_the_process_stays()
    {
        await using var fixture = new LambdaFixture();
        var (_, before) = await fixture.InvokeAsync(Do("environment"));
        var (isError, payload) = await fixture.InvokeAsync(Do("throw"));
        Assert.True(isError);
        Assert.Equal("Function.Thrown", payload["errorType"]!.ToString());
        var (_, after) = await fixture.InvokeAsync(Do("environment"));
        Assert.Equal(before["pid"]!.GetValue<int>(), after["pid"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_function_over_its_time_is_killed_and_the_caller_is_told()
    {
        await using var fixture = new LambdaFixture(timeout: TimeSpan.FromMilliseconds(300), concurrency: 1);
        var (isError, payload) = await fixture.InvokeAsync(Do("hang"));
        Assert.True(isError);
        Assert.Equal("Sandbox.Timedout", payload["errorType"]!.ToString());
        Assert.EndsWith("Task timed out after 0.30 seconds", payload["errorMessage"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fails", "Function.NoTable")]
    [InlineData("exits", "Runtime.ExitError")]
    public async Task A_function_that_cannot_start_fails_each_event(string init, string errorType)
    {
        await using var fixture = new LambdaFixture(init: init);
        for (var round = 0; round < 2; round++)
        {
            var (isError, payload) = await fixture.InvokeAsync(Do("echo"));
            Assert.True(isError);
            Assert.Equal(errorType, payload["errorType"]!.ToString());
        }
    }

    [Fact]
    public async Task A_program_that_is_not_built_is_said_to_be_missing()
    {
        await using var fixture = new LambdaFixture(program: "/nowhere/bootstrap");
        var (isError, payload) = await fixture.InvokeAsync(Do("echo"));
        Assert.True(isError);
        Assert.Contains("/nowhere/bootstrap is missing", payload["errorMessage"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_over_the_limit_is_refused_and_the_process_stays()
    {
        await using var fixture = new LambdaFixture();
        var (isWithinError, within) = await fixture.InvokeAsync(new() { ["do"] = "large", ["bytes"] = (6 * 1024 * 1024) + 100 });
        Assert.False(isWithinError);
        Assert.Equal((6 * 1024 * 1024) + 98, within.ToString().Length);
        var (isError, payload) = await fixture.InvokeAsync(new() { ["do"] = "large", ["bytes"] = (6 * 1024 * 1024) + 101 });
        Assert.True(isError);
        Assert.Equal("Function.ResponseSizeTooLarge", payload["errorType"]!.ToString());
        var (isErrorAfter, _) = await fixture.InvokeAsync(Do("echo"));
        Assert.False(isErrorAfter);
    }

    [Fact]
    public async Task A_process_without_events_for_five_minutes_is_ended()
    {
        var time = new FakeTimeProvider();
        await using var fixture = new LambdaFixture(time);
        var (_, before) = await fixture.InvokeAsync(Do("environment"));
        time.Advance(TimeSpan.FromMinutes(5));
        while (fixture.Credentials.Find(before["AWS_ACCESS_KEY_ID"]!.ToString()) is not null)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        var (_, after) = await fixture.InvokeAsync(Do("environment"));
        Assert.NotEqual(before["pid"]!.GetValue<int>(), after["pid"]!.GetValue<int>());
    }
}
