using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.IdentityModel.Tokens;

namespace Shares.Local.Issuer;

/// <summary>POST /oidc/token: redeems a code with its PKCE verifier, or a refresh token; and, for scripts, a user name alone (grant type password).</summary>
internal sealed class TokenEndpoint(AuthorizationCodes codes, RefreshTokens refreshTokens, SignedInBrowsers browsers, TokenFactory tokens)
{
    private const int LargestForm = 16 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestForm;
        if (!context.Request.HasFormContentType)
        {
            await OAuthAnswer.ErrorAsync(context, "invalid_request", "the body must be application/x-www-form-urlencoded");
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        switch (form["grant_type"].ToString())
        {
            case "authorization_code":
                await RedeemAsync(context, form);
                break;
            case "refresh_token":
                await RefreshAsync(context, form);
                break;
            case "password" when DemoUser.Find(form["username"]) is { } user:
                await GrantAsync(context, user, "openid", []);
                break;
            case "password":
                await OAuthAnswer.ErrorAsync(context, "invalid_grant", "no such user");
                break;
            default:
                await OAuthAnswer.ErrorAsync(context, "unsupported_grant_type", "authorization_code, refresh_token or password");
                break;
        }
    }

    private Task RedeemAsync(HttpContext context, IFormCollection form)
    {
        if (codes.Redeem(form["code"]) is not var (request, session)
            || form["client_id"] != request.ClientId
            || form["redirect_uri"] != request.RedirectUri.OriginalString
            || !Proves(form["code_verifier"].ToString(), request.CodeChallenge)
            || browsers.UserOf(session) is not { } user)
            return OAuthAnswer.ErrorAsync(context, "invalid_grant", "the code is unknown, used, too old, or was made for another client");
        var refresh = refreshTokens.Issue(new(session, request.ClientId, request.Scope));
        return GrantAsync(context, user, request.Scope, new() { ["id_token"] = tokens.IdToken(user, request.ClientId, request.Nonce), ["refresh_token"] = refresh });
    }

    /// <summary>RFC 6749 section 6; every answer has the refresh token for the next time.</summary>
    private Task RefreshAsync(HttpContext context, IFormCollection form)
    {
        if (refreshTokens.Redeem(form["refresh_token"]) is not { } grant || form["client_id"] != grant.ClientId || browsers.UserOf(grant.Session) is not { } user)
            return OAuthAnswer.ErrorAsync(context, "invalid_grant", "the refresh token is unknown or used, or its session has ended");
        return GrantAsync(context, user, grant.Scope, new() { ["id_token"] = tokens.IdToken(user, grant.ClientId, nonce: null), ["refresh_token"] = refreshTokens.Issue(grant) });
    }

    /// <summary>RFC 7636 section 4.6: the challenge is the hash of the verifier, which only the client that began knows.</summary>
    private static bool Proves(string verifier, string challenge) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))), Encoding.ASCII.GetBytes(challenge));

    private Task GrantAsync(HttpContext context, DemoUser user, string scope, JsonObject also)
    {
        var answer = new JsonObject
        {
            ["access_token"] = tokens.AccessToken(user, LocalIssuer.ClientId, scope),
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)TokenFactory.Lifetime.TotalSeconds,
            ["scope"] = scope,
        };
        foreach (var (name, value) in also) answer[name] = value!.DeepClone();
        return OAuthAnswer.JsonAsync(context, StatusCodes.Status200OK, answer);
    }
}
