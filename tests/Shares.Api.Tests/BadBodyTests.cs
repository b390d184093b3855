using System.Text;
using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests;

public sealed class BadBodyTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Valid = """{"name":"s","description":"","classificationIds":[],"conditions":[],"isViewRestricted":true}""";

    private string Path => $"/api/projects/{api.World.Publisher}/shares";

    public static TheoryData<string, string> Malformed => new()
    {
        { "nothing", "" },
        { "no JSON", "name=s" },
        { "half a document", """{"name":"s" """ },
        { "null", "null" },
        { "an array", "[]" },
        { "a text where an object belongs", "\"s\"" },
        { "a number for a text", """{"name":5,"conditions":[]}""" },
        { "a text for a truth value", """{"name":"s","conditions":[],"isViewRestricted":"false"}""" },
        { "an object for a list", """{"name":"s","conditions":{}}""" },
        { "a member twice", """{"name":"s","conditions":[],"isViewRestricted":true,"isViewRestricted":false}""" },
        { "a comment", """{"name":"s",/* */"conditions":[]}""" },
        { "a comma too many", """{"name":"s","conditions":[],}""" },
        { "a lone surrogate", """{"name":"\ud800","conditions":[]}""" },
        { "two documents", """{"name":"s","conditions":[]} {}""" },
        { "too many levels", """{"name":"s","conditions":[],"more":""" + new string('[', 100) + new string(']', 100) + "}" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_body_that_cannot_be_read_is_refused_and_nothing_is_made(string what, string body)
    {
        var answer = await SendAsync(HttpApiEvent.Send("POST", Path, body));

        Assert.True(answer.StatusCode == 400, what);
        Assert.Equal("MALFORMED_BODY", answer.Json.GetProperty("errorCode").GetString());
        Assert.Empty((await api.GetAsync("owner", $"/projects/{api.World.Publisher}/shares")).Json.EnumerateArray());
    }

    [Fact]
    public async Task A_body_that_is_no_UTF8_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Valid);
        bytes[9] = 0xff;
        var request = HttpApiEvent.Send("POST", Path, "") with { Body = bytes, IsBase64Encoded = true };

        var answer = await SendAsync(request);

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal("MALFORMED_BODY", answer.Json.GetProperty("errorCode").GetString());
    }

    [Fact]
    public async Task A_body_over_256_KB_is_refused()
    {
        var answer = await SendAsync(HttpApiEvent.Send("POST", Path, Valid + new string(' ', 256 * 1024)));

        Assert.Equal(413, answer.StatusCode);
        Assert.Equal("BODY_TOO_LARGE", answer.Json.GetProperty("errorCode").GetString());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("json")]
    public async Task A_body_of_another_type_is_refused(string type)
    {
        var answer = await SendAsync(HttpApiEvent.Send("POST", Path, Valid).WithHeader("content-type", type));

        Assert.Equal(415, answer.StatusCode);
        Assert.Equal("UNSUPPORTED_MEDIA_TYPE", answer.Json.GetProperty("errorCode").GetString());
    }

    [Fact]
    public async Task Unknown_members_are_ignored()
    {
        var body = JsonNode.Parse(Valid)!;
        body["somethingNew"] = new JsonObject { ["a"] = 1 };

        var answer = await api.SendAsync("platform-admin", "POST", "/projects", new JsonObject { ["name"] = "p", ["unknown"] = body });

        Assert.Equal(201, answer.StatusCode);
    }

    [Fact]
    public async Task What_a_caller_sends_is_not_in_the_log()
    {
        const string Secret = "a-word-that-only-the-body-has";
        await SendAsync(HttpApiEvent.Send("POST", Path, $$"""{"name":"{{Secret}}","conditions":5}""").WithHeader("authorization", $"Bearer {Secret}"));
        await SendAsync(HttpApiEvent.Send("POST", Path, $$"""{"name":"{{Secret}}","conditions":[{"field":"{{Secret}}"}]}"""));

        Assert.DoesNotContain(Secret, api.Log.Text, StringComparison.Ordinal);
    }

    private Task<HttpApiAnswer> SendAsync(HttpApiEvent request) => api.SendAsync(request.By("owner"));
}
