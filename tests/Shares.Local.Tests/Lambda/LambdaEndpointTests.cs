using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Shares.Local.Tests.Lambda;

public sealed class LambdaEndpointTests(LambdaApiHost host) : IClassFixture<LambdaApiHost>
{
    private const string Echo = """{"do":"echo","text":"hello"}""";

    [Fact]
    public async Task A_signed_invocation_gets_the_functions_response()
    {
        using var response = await host.InvokeAsync(Echo);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("$LATEST", Header(response, "X-Amz-Executed-Version"));
        Assert.False(response.Headers.Contains("X-Amz-Function-Error"));
        Assert.Equal("hello", (await JsonAsync(response))["text"]!.ToString());
    }

    [Fact]
    public async Task A_function_that_fails_is_200_with_the_error_in_a_header()
    {
        using var response = await host.InvokeAsync("""{"do":"throw"}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Unhandled", Header(response, "X-Amz-Function-Error"));
        Assert.Equal("Function.Thrown", (await JsonAsync(response))["errorType"]!.ToString());
    }

    [Fact]
    public async Task The_log_comes_along_when_asked_for()
    {
        using var response = await host.InvokeAsync("""{"do":"print","lines":["a line"]}""", ("X-Amz-Log-Type", "Tail"));
        var log = Encoding.UTF8.GetString(Convert.FromBase64String(Header(response, "X-Amz-Log-Result")));
        Assert.Contains("a line\n", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_is_accepted_and_runs_afterwards()
    {
        var file = Path.Combine(host.Function.Folder, "event");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        using var response = await host.InvokeAsync(new JsonObject { ["do"] = "waitFor", ["file"] = file }.ToJsonString(), ("X-Amz-Invocation-Type", "Event"));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        while (!File.Exists(file + ".started")) await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_dry_run_checks_and_runs_nothing()
    {
        var file = Path.Combine(host.Function.Folder, "dry");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        using var response = await host.InvokeAsync(new JsonObject { ["do"] = "waitFor", ["file"] = file }.ToJsonString(), ("X-Amz-Invocation-Type", "DryRun"));
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        using var after = await host.InvokeAsync(Echo);
        Assert.False(File.Exists(file + ".started"));
    }

    [Fact]
    public async Task The_functions_are_listed()
    {
        using var response = await host.SendAsync(HttpMethod.Get, "/", body: null);
        var function = Assert.Single((await JsonAsync(response))["Functions"]!.AsArray());
        Assert.Equal(LambdaFixture.Function, function!["FunctionName"]!.ToString());
        Assert.Equal($"arn:aws:lambda:us-east-1:111122223333:function:{LambdaFixture.Function}", function["FunctionArn"]!.ToString());
    }

    [Theory]
    [InlineData("TestFunction")]
    [InlineData("111122223333:function:TestFunction")]
    [InlineData("arn:aws:lambda:us-east-1:111122223333:function:TestFunction")]
    [InlineData("arn:aws:lambda:us-east-1:111122223333:function:TestFunction:$LATEST")]
    public async Task A_function_is_found_by_each_form_of_its_name(string name)
    {
        using var response = await host.SendAsync(HttpMethod.Post, $"/{Uri.EscapeDataString(name)}/invocations", Echo);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/Other/invocations", Echo, "*", 404, "ResourceNotFoundException")]
    [InlineData("/TestFunction/invocations", "{", "*", 400, "InvalidRequestContentException")]
    [InlineData("/TestFunction/invocations", Echo, "lambda:ListFunctions", 403, "AccessDeniedException")]
    [InlineData("/TestFunction/other", Echo, "*", 404, "UnknownOperationException")]
    public async Task What_cannot_be_done_is_refused_as_lambda_does(string path, string body, string actions, int status, string error)
    {
        using var response = await host.SendAsync(HttpMethod.Post, path, body, actions);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(error, Header(response, "x-amzn-ErrorType"));
    }

    [Fact]
    public async Task Without_a_signature_nothing_is_invoked()
    {
        using var response = await host.SendAsync(HttpMethod.Post, $"/{LambdaFixture.Function}/invocations", Echo, actions: null);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("RequestResponse", 6 * 1024 * 1024, 200)]
    [InlineData("RequestResponse", (6 * 1024 * 1024) + 1, 413)]
    [InlineData("Event", 1024 * 1024, 202)]
    [InlineData("Event", (1024 * 1024) + 1, 413)]
    public async Task A_payload_over_the_limit_is_refused(string type, int bytes, int status)
    {
        var frame = """{"do":"print","lines":[],"x":""}""";
        var body = frame.Insert(frame.Length - 2, new string('x', bytes - frame.Length));
        using var response = await host.InvokeAsync(body, ("X-Amz-Invocation-Type", type));
        Assert.Equal(status, (int)response.StatusCode);
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
}
