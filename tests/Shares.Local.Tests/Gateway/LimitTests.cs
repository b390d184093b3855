using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using Shares.Local.Gateway;

namespace Shares.Local.Tests.Gateway;

public sealed class LimitTests : IClassFixture<GatewayHost>
{
    private const int MiB = 1024 * 1024;

    private readonly GatewayHost _host;

    public LimitTests(GatewayHost host)
    {
        _host = host;
        host.Functions.Answer = RecordingFunctions.Answered;
    }

    [Theory]
    [InlineData(4 * MiB, HttpStatusCode.OK)]
    [InlineData((10 * MiB) + 1, HttpStatusCode.RequestEntityTooLarge)]
    // Fits the gateway, but as base64 not an event of Lambda.
    [InlineData(5 * MiB, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_too_large_is_413(int bytes, HttpStatusCode status)
    {
        var content = new ByteArrayContent(new byte[bytes]) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        Assert.Equal(status, (await _host.SendAsync(HttpMethod.Post, "/api/projects", _host.TokenOf("lab-admin"), content)).StatusCode);
    }

    [Theory]
    [InlineData(8_000, HttpStatusCode.OK)]
    [InlineData(10_240, HttpStatusCode.RequestHeaderFieldsTooLarge)]
    public async Task Headers_too_large_are_431(int bytes, HttpStatusCode status)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/health");
        request.Headers.Add("X-Filler", new string('x', bytes));
        Assert.Equal(status, (await _host.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_request_line_too_large_is_431() =>
        Assert.Equal(
            HttpStatusCode.RequestHeaderFieldsTooLarge,
            (await _host.SendAsync(HttpMethod.Get, "/api/health?filler=" + new string('x', 10_240))).StatusCode);

    [Fact]
    public async Task A_function_has_thirty_seconds_to_answer()
    {
        var time = new FakeTimeProvider();
        await using var slow = new GatewayHost(time, model => model);
        await slow.InitializeAsync();
        slow.Functions.Answer = async stop =>
        {
            time.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            return new InvokeResult(default);
        };

        var response = await slow.SendAsync(HttpMethod.Get, "/api/health");

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Equal("""{"message":"Endpoint request timed out"}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task No_free_instance_is_503()
    {
        _host.Functions.Answer = _ => Task.FromResult(new InvokeResult(default, IsThrottled: true));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _host.SendAsync(HttpMethod.Get, "/api/health")).StatusCode);
    }
}
