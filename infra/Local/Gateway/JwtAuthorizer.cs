using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Shares.Local.Template;

namespace Shares.Local.Gateway;

/// <summary>
/// Checks bearer tokens as the JWT authorizer of an HTTP API does: RSA signature by the key that <c>kid</c> names, <c>iss</c>, <c>aud</c> or
/// without any <c>client_id</c>, <c>exp</c>, <c>nbf</c> and <c>iat</c>, without leeway.
/// </summary>
public sealed class JwtAuthorizer
{
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters _rules;

    public JwtAuthorizer(JwtAuthorizerModel model, SecurityKey key, TimeProvider time) => _rules = new()
    {
        ValidIssuer = model.Issuer,
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        AudienceValidator = (audiences, token, _) => AudiencesOf(audiences, (JsonWebToken)token).Any(model.Audiences.Contains),
        LifetimeValidator = (notBefore, expires, token, _) => IsNow(time.GetUtcNow().UtcDateTime, notBefore, expires, ((JsonWebToken)token).IssuedAt),
    };

    /// <summary>The token's claims as they stand in it, or null when it is refused.</summary>
    public async Task<JsonObject?> AuthorizeAsync(HttpRequest request)
    {
        if (request.Headers.Authorization is not [{ } header]) return null;
        var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : header;
        var result = await _handler.ValidateTokenAsync(token, _rules);
        return result.IsValid ? JsonNode.Parse(Base64UrlEncoder.Decode(((JsonWebToken)result.SecurityToken).EncodedPayload))!.AsObject() : null;
    }

    private static IEnumerable<string> AudiencesOf(IEnumerable<string> audiences, JsonWebToken token) =>
        audiences.Any() ? audiences : token.TryGetPayloadValue("client_id", out string client) ? [client] : [];

    private static bool IsNow(DateTime now, DateTime? notBefore, DateTime? expires, DateTime issuedAt) =>
        now < expires && !(now < notBefore) && issuedAt <= now;
}
