using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Shares.Local.Tests.Gateway;

public sealed class HttpApiEventTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Theory]
    [InlineData("/api/a%20b/c", "/api/a b/c")]
    [InlineData("/api/a%2Fb", "/api/a/b")]
    [InlineData("/api/a%252Fb", "/api/a%2Fb")]
    [InlineData("/api/a%3Fb", "/api/a")]
    [InlineData("/api/files:presign", "/api/files:presign")]
    [InlineData("/api/%C3%A9", "/api/é")]
    public async Task The_path_is_decoded_once(string sent, string rawPath)
    {
        var seen = await EventAsync(new(HttpMethod.Get, sent));
        Assert.Equal(rawPath, (string?)seen["rawPath"]);
        Assert.Equal(rawPath, (string?)seen["requestContext"]!["http"]!["path"]);
        Assert.Equal(rawPath["/api/".Length..], (string?)seen["pathParameters"]!["proxy"]);
    }

    [Fact]
    public async Task The_query_is_passed_raw_and_decoded_with_values_of_one_name_joined()
    {
        var seen = await EventAsync(new(HttpMethod.Get, "/api/x?tag=a%2Bb&tag=c&empty=&text=rna+seq"));
        Assert.Equal("tag=a%2Bb&tag=c&empty=&text=rna+seq", (string?)seen["rawQueryString"]);
        Assert.Equal(
            new Dictionary<string, string?> { ["tag"] = "a+b,c", ["empty"] = "", ["text"] = "rna seq" },
            seen["queryStringParameters"]!.AsObject().ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
    }

    [Fact]
    public async Task Headers_are_lower_case_and_joined_and_cookies_stand_apart()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/x");
        request.Headers.Add("X-Many", ["one", "two"]);
        request.Headers.Add("Cookie", "a=1; b=2");
        request.Headers.Add("X-Forwarded-For", "198.51.100.1");

        var seen = await EventAsync(request);

        Assert.Equal("one,two", ((string?)seen["headers"]!["x-many"])!.Replace(", ", ",", StringComparison.Ordinal));
        Assert.Equal("198.51.100.1, 127.0.0.1", (string?)seen["headers"]!["x-forwarded-for"]);
        Assert.Null(seen["headers"]!["cookie"]);
        Assert.Equal(["a=1", "b=2"], seen["cookies"]!.AsArray().Select(cookie => (string?)cookie));
    }

    [Theory]
    [InlineData("application/json", "{\"name\":\"é\"}", false)]
    [InlineData("application/json; charset=utf-8", "{}", false)]
    [InlineData("text/csv", "a,b", false)]
    [InlineData("application/x-www-form-urlencoded", "a=b", true)]
    [InlineData("application/octet-stream", "bytes", true)]
    public async Task A_body_is_text_or_base64_by_its_type(string type, string body, bool isBase64)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        var seen = await EventAsync(new(HttpMethod.Post, "/api/x") { Content = content });
        Assert.Equal(isBase64, (bool?)seen["isBase64Encoded"]);
        var text = (string?)seen["body"];
        Assert.Equal(body, isBase64 ? Encoding.UTF8.GetString(Convert.FromBase64String(text!)) : text);
    }

    [Fact]
    public async Task Bytes_that_are_not_text_arrive_unharmed_whatever_their_type()
    {
        byte[] body = [(byte)'{', 0xff, 0xfe];
        var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        var seen = await EventAsync(new(HttpMethod.Post, "/api/x") { Content = content });
        Assert.True((bool?)seen["isBase64Encoded"]);
        Assert.Equal(body, Convert.FromBase64String((string)seen["body"]!));
    }

    [Fact]
    public async Task Claims_are_texts_and_lists_are_in_brackets()
    {
        await host.SendAsync(HttpMethod.Get, "/api/x", host.TokenOf("finance"));
        var claims = host.Functions.Event!["requestContext"]!["authorizer"]!["jwt"]!["claims"]!;
        Assert.Equal("[finance]", (string?)claims["groups"]);
        Assert.Matches("^[0-9]{10}$", (string?)claims["exp"]);
    }

    private async Task<JsonNode> EventAsync(HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", host.TokenOf("lab-admin"));
        Assert.True((await host.Http.SendAsync(request, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        return host.Functions.Event!;
    }
}
