using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Shares.Local.Issuer;

/// <summary>Refresh tokens, each good for one use and for as long as the browser's session that it came of.</summary>
public sealed class RefreshTokens
{
    private readonly ConcurrentDictionary<string, Grant> _grants = new();

    public string Issue(Grant grant)
    {
        var token = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        _grants[token] = grant;
        return token;
    }

    public Grant? Redeem(string? token) => token is not null && _grants.TryRemove(token, out var grant) ? grant : null;

    /// <param name="Session">Of <see cref="SignedInBrowsers"/>.</param>
    public sealed record Grant(string Session, string ClientId, string Scope);
}
