using System.Net;
using System.Text.Json.Nodes;

namespace Shares.Local.Identity;

/// <summary>
/// <c>GET /_local/credentials?role=NAME</c>: keys of a role for AWS's own tools, in the shape of a <c>credential_process</c>.
/// <c>DELETE</c> of the same deletes the role with all of its keys, as its owner may do at any time with a project's pipeline role. Answers this machine only, and only under a name of this machine, so that no web page can lead a browser to it.
/// </summary>
public sealed class CredentialsEndpoint(RoleCatalog roles, CredentialStore credentials)
{
    public const string Path = "/_local/credentials";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static bool IsFor(HttpContext context) =>
        context.Request.Path == Path && (context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]");

    public Task HandleAsync(HttpContext context)
    {
        var (method, role) = (context.Request.Method, roles.Find(context.Request.Query["role"].ToString()));
        var isLoopback = context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
        var status = !isLoopback ? 403 : !HttpMethods.IsGet(method) && !HttpMethods.IsDelete(method) ? 405 : role is null ? 404 : 200;
        if (status == 200 && HttpMethods.IsDelete(method)) status = roles.Remove(role!.Name) ? 204 : 403;
        context.Response.StatusCode = status;
        if (status == 204) credentials.ForgetRole(role!.Name);
        if (status == 204) return Task.CompletedTask;
        if (status != 200) return context.Response.WriteAsync("GET or DELETE /_local/credentials?role=NAME, with the name of a role.\n", context.RequestAborted);
        var issued = credentials.IssueSession(role!, new SessionRequest("local", Lifetime));
        var body = new JsonObject
        {
            ["Version"] = 1,
            ["AccessKeyId"] = issued.AccessKeyId,
            ["SecretAccessKey"] = issued.SecretAccessKey,
            ["SessionToken"] = issued.SessionToken,
            ["Expiration"] = issued.ExpiresAt!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        };
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(body.ToJsonString() + "\n", context.RequestAborted);
    }
}
