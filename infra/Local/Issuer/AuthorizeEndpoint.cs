using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Shares.Local.Issuer;

/// <summary>
/// GET /oidc/authorize: a page of demo users, each a link to the same request with <c>user</c>; with it, or when the browser is signed
/// in already, it goes back to the client with a code. There is no password to type: everybody on this machine may be everybody.
/// </summary>
internal sealed class AuthorizeEndpoint(AuthorizationCodes codes, SignedInBrowsers browsers)
{
    public async Task HandleAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (request, error) = AuthorizeRequest.Read(query, out var redirect);
        if (request is null && redirect is null)
        {
            await OAuthAnswer.ErrorAsync(context, error!, "client_id or redirect_uri is not known here");
            return;
        }

        if (request is null)
        {
            Return(context, redirect!, query["state"], "error", error!);
            return;
        }

        // OpenID Connect Core section 3.1.2.1: "none" must show no page, the others must show one.
        var prompt = query["prompt"].FirstOrDefault()?.Split(' ') ?? [];
        var isAsked = prompt.Intersect(["login", "select_account", "consent"]).Any();
        if (query["user"].FirstOrDefault() is { } name)
        {
            if (DemoUser.Find(name) is { } user) Return(context, request.RedirectUri, request.State, "code", codes.Issue(request, browsers.Begin(context, user)));
            else Return(context, request.RedirectUri, request.State, "error", "access_denied");
        }
        else if (!isAsked && browsers.SessionOf(context) is { } session) Return(context, request.RedirectUri, request.State, "code", codes.Issue(request, session));
        else if (prompt.Contains("none")) Return(context, request.RedirectUri, request.State, "error", "login_required");
        else await ShowUsersAsync(context);
    }

    private static void Return(HttpContext context, Uri redirect, string? state, string name, string value)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(OAuthAnswer.WithParameters(redirect, (name, value), ("state", state)));
    }

    private static Task ShowUsersAsync(HttpContext context)
    {
        var page = new StringBuilder("""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Sign in - Shares</title>
            <link rel="stylesheet" href="/oidc/sign-in.css">
            <main>
            <h1>Sign in as</h1>
            <p>These people exist on this machine only. None has a password.</p>
            <ul>

            """);
        foreach (var user in DemoUser.All)
        {
            var link = QueryHelpers.AddQueryString(context.Request.QueryString.Value!, "user", user.Name);
            page.Append("<li><a href=\"").Append(WebUtility.HtmlEncode(link)).Append("\"><strong>").Append(user.Name)
                .Append("</strong> <span>").Append(WebUtility.HtmlEncode(user.Role)).Append("</span></a></li>\n");
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return context.Response.WriteAsync(page.Append("</ul>\n</main>\n").ToString(), context.RequestAborted);
    }
}
