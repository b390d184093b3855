using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Shares.Local.Issuer;

/// <summary>Codes given out and not yet redeemed. A code works once, whatever comes of it, and for a minute.</summary>
public sealed class AuthorizationCodes(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (AuthorizeRequest Request, string Session, DateTimeOffset Expires)> _codes = new();

    /// <param name="session">Of <see cref="SignedInBrowsers"/>.</param>
    public string Issue(AuthorizeRequest request, string session)
    {
        var now = time.GetUtcNow();
        foreach (var (old, grant) in _codes)
        {
            if (grant.Expires < now) _codes.TryRemove(old, out _);
        }

        var code = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        _codes[code] = (request, session, now + Lifetime);
        return code;
    }

    public (AuthorizeRequest Request, string Session)? Redeem(string? code) =>
        code is not null && _codes.TryRemove(code, out var grant) && grant.Expires >= time.GetUtcNow() ? (grant.Request, grant.Session) : null;
}
