using Microsoft.Extensions.Time.Testing;
using Shares.Local.Gateway;
using Shares.Local.Tests.Gateway;
using Shares.Local.Tests.Trail;

namespace Shares.Local.Tests.Events;

public class AsyncInvokerTests
{
    private readonly RecordingFunctions _functions = new();
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    public async Task A_function_is_tried_three_times_with_pauses_between(int failures, int tries)
    {
        _functions.Answer = _ => Task.FromResult(new InvokeResult(default, _functions.Invocations <= failures ? "Unhandled" : null));
        await RunAsync();
        Assert.Equal(tries, _functions.Invocations);
    }

    [Fact]
    public async Task A_function_that_cannot_be_started_is_tried_as_often()
    {
        _functions.Answer = _ => throw new InvalidOperationException("No program.");
        await RunAsync();
        Assert.Equal(3, _functions.Invocations);
    }

    private async Task RunAsync()
    {
        var invoked = TrailWorld.Invoker(_functions, _time).InvokeAsync("EgressFunction", "{}"u8.ToArray(), "test");
        while (!invoked.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await invoked;
    }
}
