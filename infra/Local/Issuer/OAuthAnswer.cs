using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Shares.Local.Issuer;

internal static class OAuthAnswer
{
    /// <summary>RFC 6749 section 5.2.</summary>
    public static Task ErrorAsync(HttpContext context, string error, string description) =>
        JsonAsync(context, StatusCodes.Status400BadRequest, new JsonObject { ["error"] = error, ["error_description"] = description });

    /// <summary>The address with these parameters added; those without a value are left out.</summary>
    public static string WithParameters(Uri address, params IEnumerable<(string Name, string? Value)> parameters) =>
        QueryHelpers.AddQueryString(address.AbsoluteUri, parameters.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => pair.Value));

    public static Task JsonAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        // Most answers hold a token.
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(body.ToJsonString() + "\n", context.RequestAborted);
    }
}
