using System.Net;

namespace Shares.Local.Tests.Gateway;

public sealed class FunctionAnswerTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Status_headers_cookies_and_body_reach_the_caller()
    {
        var response = await AnswerAsync("""
            {"statusCode":201,"headers":{"Content-Type":"application/json","ETag":"\"7\"","Content-Length":"999"},
             "cookies":["a=1; Path=/","b=2"],"body":"{\"id\":\"é\"}"}
            """);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("\"7\"", response.Headers.ETag!.Tag);
        Assert.Equal(["a=1; Path=/", "b=2"], response.Headers.GetValues("Set-Cookie"));
        Assert.Equal("""{"id":"é"}""", await TextOf(response));
    }

    [Fact]
    public async Task A_binary_body_is_decoded()
    {
        var response = await AnswerAsync("""{"statusCode":200,"body":"AP8Q","isBase64Encoded":true}""");
        Assert.Equal([0, 255, 16], await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_response_without_status_is_taken_for_json()
    {
        var response = await AnswerAsync("""{"hello":"world"}""");
        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType!.ToString()));
        Assert.Equal("""{"hello":"world"}""", await TextOf(response));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("""{"statusCode":"two hundred"}""")]
    [InlineData("""{"statusCode":99}""")]
    [InlineData("""{"statusCode":200,"body":{"an":"object"}}""")]
    [InlineData("""{"statusCode":200,"headers":{"x":["a","b"]}}""")]
    [InlineData("""{"statusCode":200,"headers":["x"]}""")]
    [InlineData("""{"statusCode":200,"headers":{"x":null}}""")]
    [InlineData("""{"statusCode":200,"headers":{"x":"a\r\nb: c"}}""")]
    [InlineData("""{"statusCode":200,"body":"?","isBase64Encoded":true}""")]
    public async Task A_response_of_another_shape_is_500(string answer) => await IsInternalServerErrorAsync(await AnswerAsync(answer));

    [Fact]
    public async Task What_a_failed_function_says_stays_inside()
    {
        host.Functions.Answer = _ => Task.FromResult(RecordingFunctions.Of("""{"errorMessage":"secret"}""") with { FunctionError = "Unhandled" });
        await IsInternalServerErrorAsync(await host.SendAsync(HttpMethod.Get, "/api/health"));
    }

    private static async Task IsInternalServerErrorAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("""{"message":"Internal Server Error"}""", await TextOf(response));
    }

    private static Task<string> TextOf(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> AnswerAsync(string json)
    {
        host.Functions.Answer = _ => Task.FromResult(RecordingFunctions.Of(json));
        return host.SendAsync(HttpMethod.Get, "/api/health");
    }
}
