using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Shares.Local.Signing;

/// <summary>
/// The target exactly as the client sent it. ASP.NET Core's own path is decoded and has <c>..</c> resolved, which
/// would make another request out of the one that was signed.
/// </summary>
/// <param name="Path">Begins with a slash, still percent-encoded.</param>
/// <param name="Query">Decoded names and values in the order sent; a name without <c>=</c> has an empty value.</param>
public sealed record RequestTarget(string Path, IReadOnlyList<KeyValuePair<string, string>> Query)
{
    public static RequestTarget Of(HttpContext context) => Parse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);

    public static RequestTarget Parse(string raw)
    {
        // Absolute form, as sent to a proxy.
        var scheme = raw.StartsWith('/') ? -1 : raw.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            var slash = raw.IndexOf('/', scheme + 3);
            raw = slash < 0 ? "/" : raw[slash..];
        }

        var mark = raw.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? new(raw, []) : new(raw[..mark], ParseQuery(raw[(mark + 1)..]));
    }

    /// <summary>The only value of a name, or <see langword="null"/> when it is absent or sent more than once.</summary>
    public string? Single(string name)
    {
        var values = Query.Where(pair => pair.Key == name).Take(2).ToList();
        return values is [var only] ? only.Value : null;
    }

    public bool Has(string name) => Query.Any(pair => pair.Key == name);

    private static List<KeyValuePair<string, string>> ParseQuery(string query)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            pairs.Add(equals < 0 ? new(Text(part), "") : new(Text(part[..equals]), Text(part[(equals + 1)..])));
        }

        return pairs;
    }

    private static string Text(string part) => Encoding.UTF8.GetString(UriEncoding.Decode(part, plusIsSpace: true));
}
