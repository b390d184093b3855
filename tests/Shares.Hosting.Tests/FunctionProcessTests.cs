using Shares.Hosting.Tests.Support;
using Shares.Testing.RuntimeApi;

namespace Shares.Hosting.Tests;

/// <summary>A function as a process of its own.</summary>
public class FunctionProcessTests
{
    private static readonly string Program = typeof(SmallFunction).Assembly.Location;

    [Fact]
    public async Task A_function_that_cannot_be_built_tells_Lambda_why_in_general_and_exits_with_an_error()
    {
        await using var api = await StrictRuntimeApi.StartAsync();
        await using var function = FunctionProcess.Start(Program, api, Kind(SmallFunction.FailsToBuild));

        var error = await api.InitError;

        Assert.Equal("Function.InvalidOperationException", error.Type);
        Assert.DoesNotContain("secret", error.Body, StringComparison.Ordinal);
        Assert.NotEqual(0, await function.ExitCodeAsync());
        Assert.Empty(api.Violations);
    }

    [Fact]
    public async Task A_function_exits_with_an_error_when_the_Runtime_API_fails()
    {
        await using var api = await StrictRuntimeApi.StartAsync();
        await using var function = FunctionProcess.Start(Program, api, Kind(SmallFunction.Works));
        Assert.Equal(404, (await api.InvokeAsync(HttpApiEvent.Get("/nothing"))).StatusCode);
        api.Break(500);
        _ = api.InvokeAsync(HttpApiEvent.Get("/nothing").ToJson());

        Assert.NotEqual(0, await function.ExitCodeAsync());
    }

    [Fact]
    public async Task The_heap_is_limited_to_three_quarters_of_the_functions_memory()
    {
        await using var api = await StrictRuntimeApi.StartAsync();
        await using var function = FunctionProcess.Start(Program, api, Kind(SmallFunction.Works), memoryMegabytes: 256);

        var answer = await api.InvokeAsync(HttpApiEvent.Get("/heap-limit"));

        Assert.Equal($"{192 * 1024 * 1024}", answer.Text);
    }

    private static Dictionary<string, string> Kind(string kind) => new() { [SmallFunction.Variable] = kind };
}
