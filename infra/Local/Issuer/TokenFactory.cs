using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Shares.Local.Issuer;

/// <summary>Signs what the issuer says about a user.</summary>
/// <param name="issuer">Value of <c>iss</c>: the issuer's address.</param>
public sealed class TokenFactory(IssuerKey key, string issuer, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>What an API gets: about the user, audience and client id both the client.</summary>
    public string AccessToken(DemoUser user, string clientId, string scope) =>
        Sign([.. Claims(user, clientId), new("client_id", clientId), new("scope", scope)]);

    /// <summary>What the client itself reads after sign-in.</summary>
    public string IdToken(DemoUser user, string clientId, string? nonce) =>
        Sign(nonce is null ? Claims(user, clientId) : [.. Claims(user, clientId), new("nonce", nonce)]);

    private static IEnumerable<KeyValuePair<string, object>> Claims(DemoUser user, string clientId) =>
    [
        new("sub", user.Name),
        new("username", user.Name),
        new("email", user.Email),
        new("groups", user.Groups.ToArray()),
        new("aud", clientId),
    ];

    private string Sign(IEnumerable<KeyValuePair<string, object>> claims)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Claims = claims.ToDictionary(),
            IssuedAt = now,
            Expires = now + Lifetime,
            SigningCredentials = new SigningCredentials(key.Key, SecurityAlgorithms.RsaSha256),
        });
    }
}
