using System.Text;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Shares.Hosting.Tests.Support;
using Shares.Testing.RuntimeApi;

namespace Shares.Hosting.Tests.HttpApi;

public class ResponseTests
{
    [Fact]
    public async Task Cookies_are_apart_from_headers_and_headers_with_several_values_are_joined()
    {
        var answer = await AnswerAsync(context =>
        {
            context.Response.StatusCode = 201;
            context.Response.Cookies.Append("a", "1");
            context.Response.Cookies.Append("b", "2");
            context.Response.Headers.Append("X-Many", "one");
            context.Response.Headers.Append("X-Many", "two");
            return Task.CompletedTask;
        });

        Assert.Equal(201, answer.StatusCode);
        Assert.Equal(["a=1; path=/", "b=2; path=/"], answer.Cookies);
        Assert.Equal("one, two", answer.Headers["x-many"]);
        Assert.DoesNotContain("set-cookie", answer.Headers.Keys);
    }

    [Theory]
    [InlineData("application/json", null, false)]
    [InlineData("application/problem+json; charset=utf-8", null, false)]
    [InlineData("text/csv", null, false)]
    [InlineData("text/html", "br", true)]
    [InlineData("application/octet-stream", null, true)]
    [InlineData("image/png", null, true)]
    [InlineData(null, null, true)]
    public async Task Only_plain_text_travels_without_base64(string? contentType, string? contentEncoding, bool encoded)
    {
        var answer = await AnswerAsync(async context =>
        {
            context.Response.ContentType = contentType;
            context.Response.Headers.ContentEncoding = contentEncoding;
            await context.Response.Body.WriteAsync("text"u8.ToArray());
        });

        Assert.Equal(encoded, answer.IsBase64Encoded);
        Assert.Equal("text", answer.Text);
    }

    [Fact]
    public async Task Every_body_arrives_byte_for_byte()
    {
        byte[] body = [];
        await using var function = await WebFunction.StartAsync(async context =>
        {
            context.Response.ContentType = "text/plain";
            await context.Response.Body.WriteAsync(body);
        });

        await Gen.OneOf(Gen.Byte.Array[0, 50], Gen.String.Select(text => Encoding.UTF8.GetBytes(text))).SampleAsync(
            async bytes =>
            {
                body = bytes;
                return (await function.InvokeAsync(HttpApiEvent.Get("/"))).Body.AsSpan().SequenceEqual(bytes);
            },
            iter: 300,
            threads: 1);
    }

    [Theory]
    [InlineData("HEAD", 200)]
    [InlineData("GET", 204)]
    [InlineData("GET", 304)]
    public async Task No_body_is_sent_where_HTTP_has_none(string method, int status)
    {
        var answer = await AnswerAsync(
            context =>
            {
                context.Response.StatusCode = status;
                return context.Response.WriteAsync("text");
            },
            method);

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(answer.Body);
    }

    [Fact]
    public async Task Callbacks_run_before_the_response_starts_and_after_it_ended()
    {
        var order = new List<string>();
        var answer = await AnswerAsync(async context =>
        {
            context.Response.OnStarting(() =>
            {
                order.Add("starting");
                context.Response.Headers["x-late"] = "yes";
                return Task.CompletedTask;
            });
            context.Response.OnCompleted(() =>
            {
                order.Add("completed");
                return Task.CompletedTask;
            });
            await context.Response.WriteAsync("text");
            order.Add("written");
            Assert.True(context.Response.HasStarted);
            Assert.Throws<InvalidOperationException>(() => context.Response.StatusCode = 500);
            Assert.Throws<InvalidOperationException>(() => context.Response.Headers["x-later"] = "no");
        });

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal("yes", answer.Headers["x-late"]);
        Assert.Equal(["starting", "written", "completed"], order);
    }

    [Fact]
    public async Task A_response_over_the_limit_is_logged_and_the_next_request_is_answered()
    {
        await using var function = await WebFunction.StartAsync(
            context => context.Response.WriteAsync(new string('x', context.Request.Path == "/long" ? StrictRuntimeApi.ResponseLimit : 1)));

        Assert.True((await function.Api.InvokeAsync(HttpApiEvent.Get("/long").ToJson())).TooLarge);
        Assert.Equal("x", (await function.InvokeAsync(HttpApiEvent.Get("/short"))).Text);
        Assert.Contains(function.Lines.Logs, log => log.GetProperty("level").GetString() == "ERROR");
        Assert.Empty(function.Api.Violations);
    }

    private static async Task<HttpApiAnswer> AnswerAsync(RequestDelegate handler, string method = "GET")
    {
        await using var function = await WebFunction.StartAsync(handler);
        return await function.InvokeAsync(new HttpApiEvent(method, "/"));
    }
}
