using System.Net;

namespace Shares.Local.Issuer;

/// <summary>What a client asks for when it sends a browser to sign in (RFC 6749 section 4.1.1, RFC 7636).</summary>
public sealed record AuthorizeRequest(string ClientId, Uri RedirectUri, string CodeChallenge, string Scope, string? State, string? Nonce)
{
    /// <summary>
    /// The request, or why it is refused. Without a trustworthy address to return to, <paramref name="redirect"/> is null and the
    /// refusal must be shown to the person instead of being sent there.
    /// </summary>
    public static (AuthorizeRequest? Request, string? Error) Read(IQueryCollection query, out Uri? redirect)
    {
        redirect = null;
        if (query["client_id"] != LocalIssuer.ClientId) return (null, "unauthorized_client");
        if (ReadAddress(query["redirect_uri"]) is not { } address) return (null, "invalid_redirect_uri");
        redirect = address;
        if (query["response_type"] != "code") return (null, "unsupported_response_type");
        // The plain method proves nothing to somebody who has seen the request.
        if (query["code_challenge_method"] != "S256" || query["code_challenge"] is not [{ Length: 43 } challenge]) return (null, "invalid_request");
        return (new AuthorizeRequest(
            LocalIssuer.ClientId,
            address,
            challenge,
            query["scope"].FirstOrDefault() ?? "openid",
            query["state"].FirstOrDefault(),
            query["nonce"].FirstOrDefault()), null);
    }

    /// <summary>Where a browser may be sent: only to programs of this machine, since a code must not leave it. Else null.</summary>
    public static Uri? ReadAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && IsLoopback(address) ? address : null;

    private static bool IsLoopback(Uri address) =>
        address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Fragment.Length == 0
        && (address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
