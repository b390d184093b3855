using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shares.Hosting.Tests.Support;
using Shares.Testing.RuntimeApi;

namespace Shares.Hosting.Tests.HttpApi;

public class ServerLifeTests
{
    [Fact]
    public async Task The_application_has_started_and_is_warm_before_the_first_request()
    {
        var order = new List<string>();
        await using var function = await WebFunction.StartAsync(
            _ =>
            {
                order.Add("request");
                return Task.CompletedTask;
            },
            builder =>
            {
                builder.Services.AddHostedService(services => new OnStarted(services.GetRequiredService<IHostApplicationLifetime>(), order));
                builder.Services.AddLambdaWarmUp((_, _) =>
                {
                    order.Add("warm-up");
                    return Task.CompletedTask;
                });
            });

        await function.InvokeAsync(HttpApiEvent.Get("/"));
        await function.InvokeAsync(HttpApiEvent.Get("/"));

        Assert.Equal(["started", "warm-up", "request", "request"], order);
    }

    [Fact]
    public async Task A_failed_warm_up_is_logged_and_ends_nothing()
    {
        await using var function = await WebFunction.StartAsync(
            _ => Task.CompletedTask, builder => builder.Services.AddLambdaWarmUp((_, _) => throw new InvalidOperationException("no store")));

        Assert.Equal(200, (await function.InvokeAsync(HttpApiEvent.Get("/"))).StatusCode);
        Assert.Equal("WARN", Assert.Single(function.Lines.Logs).GetProperty("level").GetString());
    }

    [Fact]
    public async Task The_address_of_the_Runtime_API_may_end_in_a_path()
    {
        await using var function = await WebFunction.StartAsync(_ => Task.CompletedTask, path: "/ApiFunction");

        Assert.EndsWith("/ApiFunction", function.Api.Address, StringComparison.Ordinal);
        Assert.Equal(200, (await function.InvokeAsync(HttpApiEvent.Get("/"))).StatusCode);
    }

    [Fact]
    public async Task Stopping_the_application_ends_its_wait_for_events()
    {
        await using var function = await WebFunction.StartAsync(_ => Task.CompletedTask);
        await function.InvokeAsync(HttpApiEvent.Get("/"));

        await function.App.StopAsync();
    }

    [Fact]
    public async Task A_Runtime_API_that_fails_stops_the_application_with_an_exception()
    {
        await using var function = await WebFunction.StartAsync(_ => Task.CompletedTask);
        var end = function.App.WaitForShutdownAsync();
        await function.InvokeAsync(HttpApiEvent.Get("/"));
        function.Api.Break(500);
        _ = function.Api.InvokeAsync(HttpApiEvent.Get("/").ToJson());

        await Assert.ThrowsAnyAsync<Exception>(() => end.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System));
        Assert.Contains(function.Lines.Logs, log => log.GetProperty("level").GetString() == "FATAL");
    }

    [Fact]
    public async Task Outside_Lambda_the_same_application_listens_with_Kestrel()
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = ["--urls=http://127.0.0.1:0"] }).AddLambdaHosting();
        await using var app = builder.Build();
        app.MapGet("/hello", (HttpContext context) => context.Response.WriteAsync("hello"));
        await app.StartAsync();
        using var http = new HttpClient();

        Assert.Equal("hello", await http.GetStringAsync(new Uri(new(app.Urls.Single()), "/hello")));
    }

    private sealed class OnStarted(IHostApplicationLifetime lifetime, List<string> order) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.ApplicationStarted.Register(() => order.Add("started"));
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
