namespace Shares.Local.Issuer;

/// <summary>GET /oidc/logout: ends the browser's session and goes where the client asks to (OpenID Connect RP-Initiated Logout 1.0).</summary>
internal sealed class EndSessionEndpoint(SignedInBrowsers browsers)
{
    public Task HandleAsync(HttpContext context)
    {
        browsers.End(context);
        var query = context.Request.Query;
        context.Response.Headers.CacheControl = "no-store";
        if (AuthorizeRequest.ReadAddress(query["post_logout_redirect_uri"]) is not { } address) return context.Response.WriteAsync("You are signed out.\n", context.RequestAborted);
        context.Response.Redirect(OAuthAnswer.WithParameters(address, ("state", query["state"].FirstOrDefault())));
        return Task.CompletedTask;
    }
}
