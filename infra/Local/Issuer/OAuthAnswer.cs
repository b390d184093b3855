using System.Text.Json.Nodes;

namespace Shares.Local.Issuer;

internal static class OAuthAnswer
{
    /// <summary>RFC 6749 section 5.2.</summary>
    public static Task ErrorAsync(HttpContext context, string error, string description) =>
        JsonAsync(context, StatusCodes.Status400BadRequest, new JsonObject { ["error"] = error, ["error_description"] = description });

    public static Task JsonAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        // Most answers hold a token.
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(body.ToJsonString() + "\n", context.RequestAborted);
    }
}
