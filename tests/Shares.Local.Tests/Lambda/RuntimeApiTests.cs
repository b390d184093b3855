using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Shares.Local.Lambda;

namespace Shares.Local.Tests.Lambda;

public sealed class RuntimeApiTests : IAsyncLifetime
{
    private static readonly FunctionDefinition Function = new(
        "F", "/f", "bootstrap", "R", 128, TimeSpan.FromSeconds(3), new Dictionary<string, string>());

    private readonly HttpClient _http = new();
    private RuntimeApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await RuntimeApi.StartAsync(Function);
        _http.BaseAddress = new Uri($"http://{_api.Address}/2018-06-01/runtime/");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task Next_gives_the_event_with_its_headers()
    {
        Give("one", "{\"a\":1}");
        using var next = await NextAsync();
        Assert.Equal("one", Header(next, "Lambda-Runtime-Aws-Request-Id"));
        Assert.Equal("1767225603000", Header(next, "Lambda-Runtime-Deadline-Ms"));
        Assert.Equal("arn:aws:lambda:us-east-1:111122223333:function:F", Header(next, "Lambda-Runtime-Invoked-Function-Arn"));
        Assert.StartsWith("Root=1-", Header(next, "Lambda-Runtime-Trace-Id"), StringComparison.Ordinal);
        Assert.Equal("{\"a\":1}", await next.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_answer_is_accepted_with_202_and_reaches_the_caller()
    {
        var invocation = Give("one", "{}");
        using var next = await NextAsync();
        using var accepted = await PostAsync("invocation/one/response", "\"done\"");
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var answer = await invocation.Answer;
        Assert.False(answer.IsError);
        Assert.Equal("\"done\"", Encoding.UTF8.GetString(answer.Payload.Span));
    }

    [Fact]
    public async Task Next_before_the_answer_is_403()
    {
        Give("one", "{}");
        using var first = await NextAsync();
        using var second = await NextAsync();
        await AssertRefusedAsync(second, HttpStatusCode.Forbidden, "InvalidStateTransition");
    }

    [Theory]
    [InlineData("response")]
    [InlineData("error")]
    public async Task A_second_answer_is_403(string second)
    {
        Give("one", "{}");
        using var next = await NextAsync();
        using var accepted = await PostAsync("invocation/one/response", "1");
        using var refused = await PostAsync($"invocation/one/{second}", "{}");
        await AssertRefusedAsync(refused, HttpStatusCode.Forbidden, "InvalidStateTransition");
    }

    [Fact]
    public async Task An_answer_to_another_request_is_400()
    {
        Give("one", "{}");
        using var next = await NextAsync();
        using var refused = await PostAsync("invocation/two/response", "1");
        await AssertRefusedAsync(refused, HttpStatusCode.BadRequest, "InvalidRequestID");
    }

    [Fact]
    public async Task An_answer_before_any_event_is_400()
    {
        using var refused = await PostAsync("invocation/one/response", "1");
        await AssertRefusedAsync(refused, HttpStatusCode.BadRequest, "InvalidRequestID");
    }

    [Fact]
    public async Task An_answer_over_6_MiB_and_100_bytes_is_413_and_the_caller_has_its_error_already()
    {
        var invocation = Give("one", "{}");
        using var next = await NextAsync();
        using var refused = await PostAsync("invocation/one/response", new string('1', (6 * 1024 * 1024) + 101));
        await AssertRefusedAsync(refused, HttpStatusCode.RequestEntityTooLarge, "RequestEntityTooLarge");
        Assert.True((await invocation.Answer).IsError);
        using var late = await PostAsync("invocation/one/error", "{}");
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
    }

    [Fact]
    public async Task An_init_error_after_the_first_next_is_403()
    {
        Give("one", "{}");
        using var next = await NextAsync();
        using var refused = await PostAsync("init/error", "{}");
        await AssertRefusedAsync(refused, HttpStatusCode.Forbidden, "InvalidStateTransition");
    }

    [Fact]
    public async Task An_init_error_is_accepted_once_and_ends_the_conversation()
    {
        using var accepted = await PostAsync("init/error", "{}");
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.True((await _api.Conversation.InitFailed).IsError);
        using var next = await NextAsync();
        Assert.Equal(HttpStatusCode.Forbidden, next.StatusCode);
    }

    private Invocation Give(string requestId, string payload)
    {
        var invocation = new Invocation(requestId, Encoding.UTF8.GetBytes(payload), new(2026, 1, 1, 0, 0, 3, TimeSpan.Zero));
        Assert.True(_api.Conversation.TryGive(invocation));
        return invocation;
    }

    private Task<HttpResponseMessage> NextAsync() => _http.GetAsync("invocation/next", TestContext.Current.CancellationToken);

    private async Task<HttpResponseMessage> PostAsync(string path, string body)
    {
        using var content = new StringContent(body);
        return await _http.PostAsync(path, content, TestContext.Current.CancellationToken);
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));

    private static async Task AssertRefusedAsync(HttpResponseMessage response, HttpStatusCode status, string errorType)
    {
        Assert.Equal(status, response.StatusCode);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(errorType, body["errorType"]!.ToString());
    }
}
