using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Shares.Local.Issuer;

/// <summary>
/// Browsers that somebody has signed in with, each known by a cookie, so that a page that was loaded again asks nobody. Signing out
/// ends it, and with it the refresh tokens that came of it.
/// </summary>
public sealed class SignedInBrowsers(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, (DemoUser User, DateTimeOffset Expires)> _sessions = new();

    public string Begin(HttpContext context, DemoUser user)
    {
        var session = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        _sessions[session] = (user, time.GetUtcNow() + Lifetime);
        context.Response.Cookies.Append(CookieOf(context), session, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = LocalIssuer.Path });
        return session;
    }

    public void End(HttpContext context)
    {
        if (SessionOf(context) is { } session) _sessions.TryRemove(session, out _);
        context.Response.Cookies.Delete(CookieOf(context), new CookieOptions { Path = LocalIssuer.Path });
    }

    /// <summary>Null when nobody is signed in with this browser.</summary>
    public string? SessionOf(HttpContext context) =>
        context.Request.Cookies[CookieOf(context)] is { } session && UserOf(session) is not null ? session : null;

    /// <summary>Null once the session has ended.</summary>
    public DemoUser? UserOf(string session) => _sessions.TryGetValue(session, out var found) && found.Expires >= time.GetUtcNow() ? found.User : null;

    /// <summary>Browsers do not tell ports apart, and there may be two local clouds.</summary>
    private static string CookieOf(HttpContext context) => $"shares-issuer-{context.Connection.LocalPort}";
}
