using System.Xml.Linq;
using Shares.Local.S3.Storage;

namespace Shares.Local.S3.Buckets;

/// <summary>
/// Lets pages read what storage answers, where the bucket's CORS rules name their origin; through an access point too. Browsers ask
/// before they send an unusual request (preflight); those are refused like every request without a signature, and downloads need none.
/// </summary>
public static class BucketCors
{
    public static void AddHeaders(HttpContext http, BucketInfo bucket)
    {
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length == 0 || !bucket.Settings.TryGetValue(BucketSetting.Cors.Name, out var document)) return;
        var rule = XElement.Parse(document).Elements().FirstOrDefault(rule => Values(rule, "AllowedMethod").Contains(http.Request.Method) && OriginOf(rule, origin) is not null);
        if (rule is null) return;
        // Not now: a refusal clears the headers that were to go with an answer.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.AccessControlAllowOrigin = OriginOf(rule, origin);
            http.Response.Headers.Append("Vary", "Origin");
            if (Values(rule, "ExposeHeader") is { Length: > 0 } exposed) http.Response.Headers.AccessControlExposeHeaders = string.Join(", ", exposed);
            return Task.CompletedTask;
        });
    }

    private static string? OriginOf(XElement rule, string origin)
    {
        var allowed = Values(rule, "AllowedOrigin");
        return allowed.Contains("*") ? "*" : allowed.Contains(origin) ? origin : null;
    }

    private static string[] Values(XElement rule, string name) => [.. rule.Elements().Where(element => element.Name.LocalName == name).Select(element => element.Value)];
}
