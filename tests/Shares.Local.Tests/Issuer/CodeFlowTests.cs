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

public sealed class CodeFlowTests : IAsyncLifetime
{
    private const string Verifier = "a-verifier-of-at-least-forty-three-characters-in-length";
    private const string Callback = "http://localhost:5173/callback";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
    private readonly GatewayHost _host;

    public CodeFlowTests() => _host = new GatewayHost(_time, model => model);

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Signing_in_gives_a_token_that_opens_the_api()
    {
        var (status, body) = await RedeemAsync(await CodeAsync());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("Bearer", 3600), ((string?)body["token_type"], (int?)body["expires_in"]));
        var token = new JsonWebToken((string)body["access_token"]!);
        Assert.Equal(("lab-admin", "lab-admin", "lab-admin@example.org"), (token.Subject, Claim(token, "username"), Claim(token, "email")));
        Assert.Equal((_host.Issuer, "portal", "portal"), (token.Issuer, token.Audiences.Single(), Claim(token, "client_id")));
        Assert.Equal(_time.GetUtcNow().UtcDateTime.AddHours(1), token.ValidTo);
        Assert.Equal("n-1", Claim(new JsonWebToken((string)body["id_token"]!), "nonce"));
        Assert.Equal(HttpStatusCode.OK, (await _host.SendAsync(HttpMethod.Get, "/api/projects", (string)body["access_token"]!)).StatusCode);
    }

    [Fact]
    public async Task The_page_offers_every_demo_user_and_runs_no_script()
    {
        var response = await _host.SendAsync(HttpMethod.Get, Authorize());
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.All(Shares.Local.Issuer.DemoUser.All, user => Assert.Contains($"user={user.Name}\"", page, StringComparison.Ordinal));
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_a_client_sends_is_text_on_the_page()
    {
        var response = await _host.SendAsync(HttpMethod.Get, Authorize("state", "\"><script>alert(1)</script>"));
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var code = await CodeAsync();
        Assert.Equal(HttpStatusCode.OK, (await RedeemAsync(code)).Status);
        await IsInvalidGrantAsync(code);
    }

    [Fact]
    public async Task A_code_works_for_a_minute()
    {
        var code = await CodeAsync();
        _time.Advance(TimeSpan.FromSeconds(61));
        await IsInvalidGrantAsync(code);
    }

    [Theory]
    [InlineData("code_verifier", "another-verifier-of-at-least-forty-three-characters")]
    [InlineData("code_verifier", "")]
    [InlineData("redirect_uri", "http://localhost:5173/elsewhere")]
    [InlineData("client_id", "another")]
    public async Task Only_the_client_that_began_redeems_a_code(string member, string value)
    {
        var code = await CodeAsync();
        await IsInvalidGrantAsync(code, member, value);
        // A failed try has used the code up.
        await IsInvalidGrantAsync(code);
    }

    [Theory]
    [InlineData("redirect_uri", "https://evil.example.org/callback")]
    [InlineData("redirect_uri", "http://localhost.evil.example.org/")]
    [InlineData("redirect_uri", "http://localhost@evil.example.org/")]
    [InlineData("redirect_uri", "javascript:alert(1)")]
    [InlineData("redirect_uri", "/relative")]
    [InlineData("client_id", "another")]
    public async Task A_code_is_sent_to_no_address_but_this_machines(string member, string value)
    {
        var response = await _host.SendAsync(HttpMethod.Get, Authorize(member, value) + "&user=lab-admin");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Headers.Location);
    }

    [Theory]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge_method", null, "invalid_request")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge", "short", "invalid_request")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    public async Task Without_a_proof_to_come_there_is_no_code(string member, string? value, string error)
    {
        var response = await _host.SendAsync(HttpMethod.Get, Authorize(member, value) + "&user=lab-admin");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var answer = HttpUtility.ParseQueryString(response.Headers.Location!.Query);
        Assert.Equal((error, "s-1", null), (answer["error"], answer["state"], answer["code"]));
    }

    [Fact]
    public async Task Nobody_but_the_demo_users_signs_in()
    {
        var response = await _host.SendAsync(HttpMethod.Get, Authorize() + "&user=root");
        Assert.Equal("access_denied", HttpUtility.ParseQueryString(response.Headers.Location!.Query)["error"]);
    }

    [Fact]
    public async Task A_page_under_another_name_reads_nothing()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/oidc/jwks") { Headers = { Host = "evil.example.org" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    private static string? Claim(JsonWebToken token, string name) => token.GetClaim(name).Value;

    private static string Authorize(string? changed = null, string? value = null)
    {
        var query = new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = "portal",
            ["redirect_uri"] = Callback,
            ["scope"] = "openid profile email",
            ["state"] = "s-1",
            ["nonce"] = "n-1",
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        if (changed is not null) query[changed] = value;
        return QueryHelpers.AddQueryString("/oidc/authorize", query.Where(pair => pair.Value is not null));
    }

    private async Task<string> CodeAsync()
    {
        var response = await _host.SendAsync(HttpMethod.Get, Authorize() + "&user=lab-admin");
        Assert.StartsWith(Callback + "?", response.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        var answer = HttpUtility.ParseQueryString(response.Headers.Location.Query);
        Assert.Equal("s-1", answer["state"]);
        return answer["code"]!;
    }

    private async Task IsInvalidGrantAsync(string code, string? changed = null, string? value = null)
    {
        var (status, body) = await RedeemAsync(code, changed, value);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (status, (string?)body["error"]));
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> RedeemAsync(string code, string? changed = null, string? value = null)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["client_id"] = "portal",
            ["redirect_uri"] = Callback,
            ["code_verifier"] = Verifier,
        };
        if (changed is not null) form[changed] = value!;
        var response = await _host.SendAsync(HttpMethod.Post, "/oidc/token", content: new FormUrlEncodedContent(form));
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
