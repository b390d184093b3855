using System.Net;
using Shares.Testing.RuntimeApi;

namespace Shares.Hosting.Tests.RuntimeApi;

/// <summary>The tests' own Runtime API must refuse what Lambda refuses, or the others prove nothing.</summary>
public sealed class StrictRuntimeApiTests : IAsyncLifetime
{
    private StrictRuntimeApi api = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        api = await StrictRuntimeApi.StartAsync();
        http = new() { BaseAddress = new($"http://{api.Address}/2018-06-01/runtime/") };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await api.DisposeAsync();
    }

    [Fact]
    public async Task One_answer_to_each_event_is_accepted_and_a_second_refused()
    {
        var outcome = api.InvokeAsync("{}");
        var id = await NextAsync();

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync($"invocation/{id}/response"));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync($"invocation/{id}/response"));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync($"invocation/{id}/error"));
        Assert.Equal("body", (await outcome).Response);
    }

    [Fact]
    public async Task An_answer_to_an_unknown_event_is_refused()
    {
        _ = api.InvokeAsync("{}");
        await NextAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync("invocation/0197a000-0000-7000-8000-000000000000/response"));
    }

    [Fact]
    public async Task Asking_for_an_event_before_answering_the_last_is_refused()
    {
        _ = api.InvokeAsync("{}");
        await NextAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("invocation/next")).StatusCode);
    }

    [Fact]
    public async Task An_error_of_the_start_is_accepted_only_before_the_first_event_is_asked_for()
    {
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync("init/error", "Function.CannotStart"));
        Assert.Equal("Function.CannotStart", (await api.InitError).Type);
        _ = api.InvokeAsync("{}");
        await NextAsync();
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync("init/error", "Function.CannotStart"));
    }

    [Fact]
    public async Task An_error_type_without_Lambdas_form_becomes_unknown()
    {
        var outcome = api.InvokeAsync("{}");

        await PostAsync($"invocation/{await NextAsync()}/error", "Function.invalid_2");

        Assert.Equal("Unknown", (await outcome).Error?.Type);
    }

    private async Task<string> NextAsync()
    {
        using var next = await http.GetAsync("invocation/next");
        return next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
    }

    private async Task<HttpStatusCode> PostAsync(string path, string? errorType = null)
    {
        using var content = new StringContent("body");
        if (errorType is not null) content.Headers.Add("Lambda-Runtime-Function-Error-Type", errorType);
        using var answer = await http.PostAsync(path, content);
        return answer.StatusCode;
    }
}
