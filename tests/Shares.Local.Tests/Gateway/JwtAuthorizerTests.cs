using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Shares.Local.Tests.Gateway;

public sealed class JwtAuthorizerTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public static TheoryData<string> Refused =>
    [
        "no token", "words", "expired", "not yet valid", "issued in the future", "without expiry", "wrong issuer", "wrong audience",
        "client id of another", "tampered payload", "algorithm none", "another key under the same id", "unknown key id",
        "public key taken for a secret",
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_token_that_proves_nothing_is_refused(string kind)
    {
        var before = host.Functions.Invocations;
        var response = await host.SendAsync(HttpMethod.Get, "/api/projects", Token(kind));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("""{"message":"Unauthorized"}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(before, host.Functions.Invocations);
    }

    [Theory]
    [InlineData("of the issuer")]
    [InlineData("client id without audience")]
    public async Task A_token_of_the_issuer_for_the_client_passes(string kind)
    {
        var response = await host.SendAsync(HttpMethod.Get, "/api/projects", Token(kind));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("lab-admin", (string?)host.Functions.Event!["requestContext"]!["authorizer"]!["jwt"]!["claims"]!["sub"]);
    }

    [Fact]
    public async Task A_token_opens_no_route_for_roles() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await host.SendAsync(HttpMethod.Get, "/iam/projects", host.TokenOf("lab-admin"))).StatusCode);

    [Theory]
    [InlineData("/api/health")]
    [InlineData("/api/version")]
    [InlineData("/api/openapi.json")]
    public async Task Open_routes_need_no_token(string path)
    {
        Assert.Equal(HttpStatusCode.OK, (await host.SendAsync(HttpMethod.Get, path)).StatusCode);
        Assert.Null(host.Functions.Event!["requestContext"]!["authorizer"]);
    }

    private string? Token(string kind)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object> { ["sub"] = "lab-admin", ["aud"] = "portal", ["client_id"] = "portal" };
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = host.Issuer,
            Claims = claims,
            IssuedAt = now,
            Expires = now.AddHours(1),
            SigningCredentials = Signer(host.Key.Key),
        };
        switch (kind)
        {
            case "no token": return null;
            case "words": return "three.little.words";
            case "tampered payload": return Tampered(host.TokenOf("lab-viewer"));
            case "algorithm none": return Unsigned(host.TokenOf("lab-admin"));
            case "expired": (descriptor.IssuedAt, descriptor.Expires) = (now.AddHours(-2), now.AddSeconds(-2)); break;
            case "not yet valid": descriptor.NotBefore = now.AddMinutes(1); break;
            case "issued in the future": descriptor.IssuedAt = now.AddMinutes(1); break;
            case "without expiry": descriptor.Expires = null; break;
            case "wrong issuer": descriptor.Issuer = host.Issuer + "/"; break;
            case "wrong audience": claims["aud"] = "another"; break;
            case "client id of another": claims.Remove("aud"); claims["client_id"] = "another"; break;
            case "client id without audience": claims.Remove("aud"); break;
            case "another key under the same id":
                descriptor.SigningCredentials = Signer(new RsaSecurityKey(RSA.Create(2048)) { KeyId = host.Key.Key.KeyId });
                break;
            case "unknown key id": descriptor.SigningCredentials = Signer(new RsaSecurityKey(host.Key.Key.Rsa) { KeyId = "unknown" }); break;
            case "public key taken for a secret":
                var secret = Encoding.UTF8.GetBytes(host.Key.Key.Rsa.ExportSubjectPublicKeyInfoPem());
                descriptor.SigningCredentials = new(new SymmetricSecurityKey(secret) { KeyId = host.Key.Key.KeyId }, SecurityAlgorithms.HmacSha256);
                break;
        }

        return Handler.CreateToken(descriptor);
    }

    private static SigningCredentials Signer(SecurityKey key) => new(key, SecurityAlgorithms.RsaSha256);

    private static string Tampered(string token)
    {
        var parts = token.Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("lab-viewer", "core-admin", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}";
    }

    private static string Unsigned(string token) => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{token.Split('.')[1]}.";
}
