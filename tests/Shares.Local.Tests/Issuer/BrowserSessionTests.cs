using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Shares.Local.Tests.Gateway;

namespace Shares.Local.Tests.Issuer;

/// <summary>What a browser that is signed in need not ask again, and what ends that.</summary>
public sealed class BrowserSessionTests : IAsyncLifetime
{
    private const string Verifier = "a-verifier-of-at-least-forty-three-characters-in-length";
    private const string Callback = "http://localhost:5173/signed-in";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
    private readonly GatewayHost _host;
    private string? _cookie;
    private string _cookieAttributes = "";

    public BrowserSessionTests() => _host = new GatewayHost(_time, model => model);

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_browser_that_is_signed_in_is_not_asked_again()
    {
        await SignInAsync("lab-admin");
        Assert.Equal("lab-admin", await WhoAsync(await AuthorizeAsync()));
        Assert.Equal("lab-admin", await WhoAsync(await AuthorizeAsync("&prompt=none")));
    }

    [Theory]
    [InlineData("login")]
    [InlineData("select_account")]
    public async Task A_client_may_have_it_asked_nevertheless(string prompt)
    {
        await SignInAsync("lab-admin");
        Assert.Equal(HttpStatusCode.OK, (await AuthorizeAsync($"&prompt={prompt}")).StatusCode);
    }

    [Fact]
    public async Task Somebody_else_may_sign_in_with_the_same_browser()
    {
        await SignInAsync("lab-admin");
        await SignInAsync("core-admin");
        Assert.Equal("core-admin", await WhoAsync(await AuthorizeAsync()));
    }

    [Fact]
    public async Task Without_a_session_a_client_that_wants_no_page_hears_that_a_sign_in_is_needed() =>
        Assert.Equal("login_required", Returned(await AuthorizeAsync("&prompt=none"))["error"]);

    [Fact]
    public async Task A_session_ends_after_half_a_day()
    {
        await SignInAsync("lab-admin");
        _time.Advance(TimeSpan.FromHours(12) + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await AuthorizeAsync()).StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_for_the_issuer_alone()
    {
        await SignInAsync("lab-admin");
        Assert.Contains("path=/oidc; samesite=lax; httponly", _cookieAttributes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refresh_token_gives_new_tokens_once()
    {
        var refresh = (string)(await SignInAsync("lab-admin"))["refresh_token"]!;
        _time.Advance(TimeSpan.FromHours(2));
        var renewed = await RefreshAsync(refresh);
        Assert.Equal("lab-admin", new JsonWebToken((string)renewed["access_token"]!).Subject);
        Assert.Equal(_time.GetUtcNow().UtcDateTime.AddHours(1), new JsonWebToken((string)renewed["id_token"]!).ValidTo);
        Assert.Equal("invalid_grant", (string?)(await RefreshAsync(refresh))["error"]);
        Assert.NotNull((await RefreshAsync((string)renewed["refresh_token"]!))["access_token"]);
    }

    [Fact]
    public async Task Another_client_renews_nothing()
    {
        var refresh = (string)(await SignInAsync("lab-admin"))["refresh_token"]!;
        Assert.Equal("invalid_grant", (string?)(await RefreshAsync(refresh, "another"))["error"]);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_its_refresh_tokens_and_goes_back_to_the_client()
    {
        var refresh = (string)(await SignInAsync("lab-admin"))["refresh_token"]!;
        var left = await GetAsync($"/oidc/logout?state=s-2&post_logout_redirect_uri={Uri.EscapeDataString("http://localhost:5173/signed-out")}");
        Assert.Equal("http://localhost:5173/signed-out?state=s-2", left.Headers.Location!.AbsoluteUri);
        Assert.Equal("invalid_grant", (string?)(await RefreshAsync(refresh))["error"]);
        Assert.Equal(HttpStatusCode.OK, (await AuthorizeAsync()).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example.org/")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_out_leads_to_no_other_machine(string address)
    {
        var left = await GetAsync($"/oidc/logout?post_logout_redirect_uri={Uri.EscapeDataString(address)}");
        Assert.Equal((HttpStatusCode.OK, null), (left.StatusCode, left.Headers.Location));
    }

    [Fact]
    public async Task Clients_find_all_of_it()
    {
        var discovery = JsonNode.Parse(await _host.Http.GetStringAsync("/oidc/.well-known/openid-configuration", TestContext.Current.CancellationToken))!;
        Assert.Equal($"{_host.Issuer}/logout", (string?)discovery["end_session_endpoint"]);
        Assert.Contains("refresh_token", discovery["grant_types_supported"]!.AsArray().Select(type => (string?)type));
    }

    private async Task<JsonNode> SignInAsync(string user) => await RedeemAsync(await AuthorizeAsync($"&user={user}"));

    private async Task<string> WhoAsync(HttpResponseMessage returned) => new JsonWebToken((string)(await RedeemAsync(returned))["access_token"]!).Subject;

    private Task<HttpResponseMessage> AuthorizeAsync(string also = "")
    {
        var query = new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = "portal",
            ["redirect_uri"] = Callback,
            ["scope"] = "openid profile email",
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        return GetAsync(QueryHelpers.AddQueryString("/oidc/authorize", query) + also);
    }

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (_cookie is not null) request.Headers.Add("Cookie", _cookie);
        var response = await _host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        if (!response.Headers.TryGetValues("Set-Cookie", out var set)) return response;
        var parts = set.Single().Split(';', 2);
        (_cookie, _cookieAttributes) = (parts[0], parts[1]);
        return response;
    }

    private Task<JsonNode> RedeemAsync(HttpResponseMessage returned) => TokenAsync(
        ("grant_type", "authorization_code"), ("client_id", "portal"), ("redirect_uri", Callback), ("code_verifier", Verifier), ("code", Returned(returned)["code"]!));

    private Task<JsonNode> RefreshAsync(string token, string client = "portal") => TokenAsync(("grant_type", "refresh_token"), ("client_id", client), ("refresh_token", token));

    private async Task<JsonNode> TokenAsync(params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var response = await _host.SendAsync(HttpMethod.Post, "/oidc/token", content: content);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    private static System.Collections.Specialized.NameValueCollection Returned(HttpResponseMessage response) => HttpUtility.ParseQueryString(response.Headers.Location!.Query);
}
