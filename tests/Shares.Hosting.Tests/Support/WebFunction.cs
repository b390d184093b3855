using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shares.Hosting.Logging;
using Shares.Testing.RuntimeApi;

namespace Shares.Hosting.Tests.Support;

/// <summary>A web function of one handler, in this process, woken by a strict Runtime API.</summary>
internal sealed class WebFunction : IAsyncDisposable
{
    private WebFunction(StrictRuntimeApi api, WebApplication app, CapturedLines lines) => (Api, App, Lines) = (api, app, lines);

    public StrictRuntimeApi Api { get; }

    public WebApplication App { get; }

    public CapturedLines Lines { get; }

    public static async Task<WebFunction> StartAsync(
        RequestDelegate handler, Action<WebApplicationBuilder>? configure = null, string path = "", params string[] args)
    {
        var api = await StrictRuntimeApi.StartAsync(path);
        var lines = new CapturedLines();
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = [.. api.Arguments, "--AWS_LAMBDA_FUNCTION_NAME=UnderTest", .. args] });
        builder.Services.AddSingleton(new JsonLines(lines));
        configure?.Invoke(builder);
        var app = builder.AddLambdaHosting().Build();
        app.Run(handler);
        await app.StartAsync();
        return new(api, app, lines);
    }

    public Task<HttpApiAnswer> InvokeAsync(HttpApiEvent request, DateTimeOffset? deadline = null) => Api.InvokeAsync(request, deadline);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Api.DisposeAsync();
    }
}
