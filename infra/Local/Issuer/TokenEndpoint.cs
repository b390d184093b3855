using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.IdentityModel.Tokens;

namespace Shares.Local.Issuer;

/// <summary>POST /oidc/token: redeems a code with its PKCE verifier; and, for scripts, a user name alone (grant type password).</summary>
internal sealed class TokenEndpoint(AuthorizationCodes codes, TokenFactory tokens)
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
            case "password" when DemoUser.Find(form["username"]) is { } user:
                await GrantAsync(context, user, "openid", idToken: null);
                break;
            case "password":
                await OAuthAnswer.ErrorAsync(context, "invalid_grant", "no such user");
                break;
            default:
                await OAuthAnswer.ErrorAsync(context, "unsupported_grant_type", "authorization_code or password");
                break;
        }
    }

    private Task RedeemAsync(HttpContext context, IFormCollection form)
    {
        if (codes.Redeem(form["code"]) is not var (request, user)
            || form["client_id"] != request.ClientId
            || form["redirect_uri"] != request.RedirectUri.OriginalString
            || !Proves(form["code_verifier"].ToString(), request.CodeChallenge))
            return OAuthAnswer.ErrorAsync(context, "invalid_grant", "the code is unknown, used, too old, or was made for another client");
        return GrantAsync(context, user, request.Scope, tokens.IdToken(user, request.ClientId, request.Nonce));
    }

    /// <summary>RFC 7636 section 4.6: the challenge is the hash of the verifier, which only the client that began knows.</summary>
    private static bool Proves(string verifier, string challenge) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))), Encoding.ASCII.GetBytes(challenge));

    private Task GrantAsync(HttpContext context, DemoUser user, string scope, string? idToken)
    {
        var answer = new JsonObject
        {
            ["access_token"] = tokens.AccessToken(user, LocalIssuer.ClientId, scope),
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)TokenFactory.Lifetime.TotalSeconds,
            ["scope"] = scope,
        };
        if (idToken is not null) answer["id_token"] = idToken;
        return OAuthAnswer.JsonAsync(context, StatusCodes.Status200OK, answer);
    }
}
