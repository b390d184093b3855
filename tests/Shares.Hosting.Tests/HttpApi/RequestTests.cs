using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Shares.Hosting.Tests.Support;
using Shares.Testing.RuntimeApi;

namespace Shares.Hosting.Tests.HttpApi;

public class RequestTests
{
    [Fact]
    public async Task A_header_with_commas_is_one_value()
    {
        var request = HttpApiEvent.Get("/").WithHeader("if-modified-since", "Wed, 21 Oct 2026 07:28:00 GMT");

        var seen = await SeenAsync(request, context => context.Request.Headers.IfModifiedSince);

        Assert.Equal("Wed, 21 Oct 2026 07:28:00 GMT", Assert.Single(seen));
    }

    [Fact]
    public async Task Cookies_become_the_cookie_header()
    {
        var seen = await SeenAsync(
            HttpApiEvent.Get("/") with { Cookies = ["a=1", "b=2"] }, context => (context.Request.Cookies["a"], context.Request.Cookies["b"]));

        Assert.Equal(("1", "2"), seen);
    }

    [Fact]
    public async Task Host_scheme_address_and_agent_are_those_of_the_caller()
    {
        var seen = await SeenAsync(
            HttpApiEvent.Get("/") with { SourceIp = "2001:db8::7" },
            context => (context.Request.Host.Value, context.Request.Scheme, context.Connection.RemoteIpAddress, (string?)context.Request.Headers.UserAgent));

        Assert.Equal(("api.example.org", "https", IPAddress.Parse("2001:db8::7"), "tests"), seen);
    }

    [Fact]
    public async Task A_forged_forwarding_header_does_not_change_the_address()
    {
        var request = HttpApiEvent.Get("/").WithHeader("x-forwarded-for", "198.51.100.1, 203.0.113.7");

        Assert.Equal(IPAddress.Parse("203.0.113.7"), await SeenAsync(request, context => context.Connection.RemoteIpAddress));
    }

    [Fact]
    public async Task The_request_is_named_by_Lambdas_id_and_correlated_by_API_Gateways()
    {
        var seen = await SeenAsync(
            HttpApiEvent.Get("/") with { RequestId = "gateway-1" },
            context => (context.TraceIdentifier, context.Features.Get<InvocationContext>()!.RequestId, context.Features.Get<GatewayRequest>()!.RequestId));

        Assert.Equal(seen.TraceIdentifier, seen.Item2);
        Assert.Equal("gateway-1", seen.Item3);
    }

    [Fact]
    public async Task Address_and_user_agent_are_those_that_API_Gateway_saw()
    {
        var request = HttpApiEvent.Get("/").WithHeader("x-forwarded-for", "198.51.100.1").WithHeader("user-agent", "browser/1.0");
        var seen = await SeenAsync(request, context => context.Features.Get<GatewayRequest>()!);

        Assert.Equal(("203.0.113.7", "browser/1.0"), (seen.SourceAddress, seen.UserAgent));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_arrives_byte_for_byte(bool encoded)
    {
        var body = "\"ünïcode\" \\ \n \u0001 🧬"u8.ToArray();
        var request = new HttpApiEvent("POST", "/") { Body = body, IsBase64Encoded = encoded };

        var (seen, length, expected) = await SeenAsync(request, context =>
        {
            using var copy = new MemoryStream();
            context.Request.Body.CopyTo(copy);
            return (copy.ToArray(), context.Request.ContentLength, context.Features.Get<IHttpRequestBodyDetectionFeature>()!.CanHaveBody);
        });

        Assert.Equal(body, seen);
        Assert.Equal(body.Length, length);
        Assert.True(expected);
    }

    [Fact]
    public async Task Without_a_body_none_is_expected()
    {
        var seen = await SeenAsync(
            HttpApiEvent.Get("/"), context => (context.Request.ContentLength, context.Features.Get<IHttpRequestBodyDetectionFeature>()!.CanHaveBody));

        Assert.Equal((null, false), seen);
    }

    [Fact]
    public async Task A_body_that_is_not_base64_is_refused_before_the_application()
    {
        await using var function = await WebFunction.StartAsync(_ => throw new InvalidOperationException("not reached"));
        var json = new HttpApiEvent("POST", "/") { Body = [1], IsBase64Encoded = true }.ToJsonObject();
        json["body"] = "***";

        Assert.Equal(400, (await function.Api.InvokeAsync(json.ToJsonString())).Http.StatusCode);
    }

    [Theory]
    [InlineData("""{"version":"1.0","path":"/"}""")]
    [InlineData("""{"version":"1.0","rawPath":"/","requestContext":{"http":{"method":"GET"}}}""")]
    [InlineData("""{"Records":[]}""")]
    [InlineData("[")]
    public async Task An_event_of_another_kind_is_reported_and_the_next_one_is_handled(string other)
    {
        await using var function = await WebFunction.StartAsync(_ => Task.CompletedTask);

        Assert.Equal("Function.InvalidEvent", (await function.Api.InvokeAsync(other)).Error?.Type);
        Assert.Equal(200, (await function.InvokeAsync(HttpApiEvent.Get("/"))).StatusCode);
    }

    private static async Task<T> SeenAsync<T>(HttpApiEvent request, Func<HttpContext, T> look)
    {
        var seen = default(T);
        await using var function = await WebFunction.StartAsync(context =>
        {
            seen = look(context);
            return Task.CompletedTask;
        });
        Assert.Equal(200, (await function.InvokeAsync(request)).StatusCode);
        return seen!;
    }
}
