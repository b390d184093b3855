using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Shares.Local.Issuer;

/// <summary>Codes given out and not yet redeemed. A code works once, whatever comes of it, and for a minute.</summary>
public sealed class AuthorizationCodes(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (AuthorizeRequest Request, DemoUser User, DateTimeOffset Expires)> _codes = new();

    public string Issue(AuthorizeRequest request, DemoUser user)
    {
        var now = time.GetUtcNow();
        foreach (var (old, grant) in _codes)
        {
            if (grant.Expires < now) _codes.TryRemove(old, out _);
        }

        var code = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        _codes[code] = (request, user, now + Lifetime);
        return code;
    }

    public (AuthorizeRequest Request, DemoUser User)? Redeem(string? code) =>
        code is not null && _codes.TryRemove(code, out var grant) && grant.Expires >= time.GetUtcNow() ? (grant.Request, grant.User) : null;
}
