using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Shares.Local.Lambda;

namespace Shares.Local.Tests.Lambda;

public sealed class CrashMiddlewareTests
{
    [Fact]
    public async Task A_call_of_any_service_is_carried_out_and_its_caller_dies_before_the_answer()
    {
        var carriedOut = 0;
        CrashControl? crashes = null;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var service = builder.Build();
        service.Use(next => context => new ApplicationBuilder(service.Services).UseCrashes(crashes!).Use(CarryOut).Build()(context));
        await service.StartAsync(TestContext.Current.CancellationToken);
        await using var fixture = new LambdaFixture(dynamoDb: new(service.Urls.Single()));
        crashes = fixture.Lambda.Crashes;
        crashes.Arm(LambdaFixture.Function, 2);
        var seen = Path.Combine(fixture.Folder, "seen");

        var (isError, payload) = await fixture.InvokeAsync(new() { ["do"] = "call", ["table"] = "T", ["file"] = seen, ["count"] = 5 });

        Assert.True(isError);
        Assert.EndsWith("signal: killed", payload["errorMessage"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, carriedOut);
        Assert.Equal("1", await File.ReadAllTextAsync(seen, TestContext.Current.CancellationToken));

        RequestDelegate CarryOut(RequestDelegate next) => context =>
        {
            Interlocked.Increment(ref carriedOut);
            return context.Response.WriteAsync("done");
        };
    }
}
