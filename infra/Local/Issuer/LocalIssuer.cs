using System.Text.Json.Nodes;
using Shares.Local.Gateway;

namespace Shares.Local.Issuer;

/// <summary>An OpenID Connect issuer for the demo users, under /oidc of the gateway.</summary>
public sealed class LocalIssuer(IssuerKey key, TokenFactory tokens, AuthorizationCodes codes, RefreshTokens refreshTokens, SignedInBrowsers browsers, JwtAuthorizer authorizer, string address)
{
    /// <summary>The only client: the portal, and whatever plays it on this machine.</summary>
    public const string ClientId = "portal";

    public const string Path = "/oidc";

    private readonly AuthorizeEndpoint _authorize = new(codes, browsers);
    private readonly TokenEndpoint _token = new(codes, refreshTokens, browsers, tokens);
    private readonly EndSessionEndpoint _endSession = new(browsers);

    /// <summary>The issuer's address, and so the value of <c>iss</c>, behind a gateway on a port of this machine.</summary>
    public static string AddressFor(int gatewayPort) => $"http://localhost:{gatewayPort}{Path}";

    public Task HandleAsync(HttpContext context)
    {
        // A name that only pretends to be this machine (DNS rebinding) would let a web page read tokens.
        if (context.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
            return OAuthAnswer.ErrorAsync(context, "invalid_request", "the issuer answers under localhost only");
        return (context.Request.Method, context.Request.Path.Value?[Path.Length..]) switch
        {
            ("GET", "/.well-known/openid-configuration") => OAuthAnswer.JsonAsync(context, StatusCodes.Status200OK, Discovery()),
            ("GET", "/jwks") => OAuthAnswer.JsonAsync(context, StatusCodes.Status200OK, Keys()),
            ("GET", "/authorize") => _authorize.HandleAsync(context),
            ("POST", "/token") => _token.HandleAsync(context),
            ("GET", "/logout") => _endSession.HandleAsync(context),
            ("GET", "/sign-in.css") => StyleAsync(context),
            ("GET", "/userinfo") => UserInfoAsync(context),
            _ => GatewayAnswer.NotFound.WriteAsync(context),
        };
    }

    private JsonObject Discovery() => new()
    {
        ["issuer"] = address,
        ["authorization_endpoint"] = $"{address}/authorize",
        ["token_endpoint"] = $"{address}/token",
        ["userinfo_endpoint"] = $"{address}/userinfo",
        ["end_session_endpoint"] = $"{address}/logout",
        ["jwks_uri"] = $"{address}/jwks",
        ["response_types_supported"] = new JsonArray("code"),
        ["grant_types_supported"] = new JsonArray("authorization_code", "refresh_token", "password"),
        ["code_challenge_methods_supported"] = new JsonArray("S256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("none"),
        ["subject_types_supported"] = new JsonArray("public"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["scopes_supported"] = new JsonArray("openid", "profile", "email"),
    };

    private JsonObject Keys()
    {
        var publicKey = key.PublicKey();
        return new()
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = publicKey.Kty,
                ["use"] = "sig",
                ["alg"] = "RS256",
                ["kid"] = publicKey.Kid,
                ["n"] = publicKey.N,
                ["e"] = publicKey.E,
            }),
        };
    }

    private static async Task StyleAsync(HttpContext context)
    {
        context.Response.ContentType = "text/css";
        await using var style = typeof(LocalIssuer).Assembly.GetManifestResourceStream("sign-in.css")!;
        await style.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private async Task UserInfoAsync(HttpContext context)
    {
        if (await authorizer.AuthorizeAsync(context.Request) is not { } claims || DemoUser.Find(claims["sub"]?.GetValue<string>()) is not { } user)
        {
            await GatewayAnswer.Unauthorized.WriteAsync(context);
            return;
        }

        await OAuthAnswer.JsonAsync(context, StatusCodes.Status200OK, new JsonObject
        {
            ["sub"] = user.Name,
            ["username"] = user.Name,
            ["email"] = user.Email,
            ["groups"] = new JsonArray([.. user.Groups.Select(group => JsonValue.Create(group))]),
        });
    }
}
