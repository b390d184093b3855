using System.Net;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Shares.Local.Tests.Gateway;

namespace Shares.Local.Tests.Issuer;

public sealed class PasswordGrantTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task A_script_gets_a_token_for_a_user_by_name()
    {
        var (status, body) = await TokenAsync(("grant_type", "password"), ("username", "platform-admin"));
        Assert.Equal(HttpStatusCode.OK, status);
        var token = new JsonWebToken((string)body["access_token"]!);
        Assert.Equal(["shares-admin"], token.GetPayloadValue<string[]>("groups"));
        Assert.Null(body["id_token"]);
    }

    [Theory]
    [InlineData("password", "nobody", "invalid_grant")]
    [InlineData("password", "", "invalid_grant")]
    [InlineData("client_credentials", "lab-admin", "unsupported_grant_type")]
    [InlineData("", "lab-admin", "unsupported_grant_type")]
    public async Task Anything_else_is_refused(string grant, string user, string error)
    {
        var (status, body) = await TokenAsync(("grant_type", grant), ("username", user));
        Assert.Equal((HttpStatusCode.BadRequest, error), (status, (string?)body["error"]));
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused()
    {
        var response = await host.SendAsync(HttpMethod.Post, "/oidc/token", content: new StringContent("{}"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Tokens_verify_with_the_published_key()
    {
        var discovery = await JsonAsync("/oidc/.well-known/openid-configuration");
        Assert.Equal(host.Issuer, (string?)discovery["issuer"]);
        var keys = new JsonWebKeySet(await host.Http.GetStringAsync(new Uri((string)discovery["jwks_uri"]!), TestContext.Current.CancellationToken));
        Assert.All(keys.Keys, key => Assert.False(key.HasPrivateKey));

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(host.TokenOf("lab-admin"), new TokenValidationParameters
        {
            ValidIssuer = host.Issuer,
            ValidAudience = "portal",
            IssuerSigningKeys = keys.GetSigningKeys(),
        });

        Assert.True(result.IsValid, result.Exception?.Message);
    }

    [Fact]
    public async Task Userinfo_says_who_a_token_is_for()
    {
        var response = await host.SendAsync(HttpMethod.Get, "/oidc/userinfo", host.TokenOf("finance"));
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("""{"sub":"finance","username":"finance","email":"finance@example.org","groups":["finance"]}""", body.ToJsonString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.SendAsync(HttpMethod.Get, "/oidc/userinfo")).StatusCode);
    }

    private async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse(await host.Http.GetStringAsync(path, TestContext.Current.CancellationToken))!;

    private async Task<(HttpStatusCode Status, JsonNode Body)> TokenAsync(params (string Name, string Value)[] form)
    {
        var response = await host.SendAsync(HttpMethod.Post, "/oidc/token", content: new FormUrlEncodedContent(form.ToDictionary(field => field.Name, field => field.Value)));
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
