using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Shares.Web;

/// <summary>Versions of things on the wire: <c>ETag: "v12"</c> on reading one, <c>If-Match: "v12"</c> on changing it.</summary>
public static class ETags
{
    /// <summary>A version that nothing has, so that a condition nobody can understand fails instead of being ignored.</summary>
    private const long Never = -1;

    public static void SetVersion(this HttpResponse response, long version)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"v{version}\"");
    }

    /// <summary>The version that must be there; null when any will do: no <c>If-Match</c>, or <c>*</c>. Lists and weak tags match nothing.</summary>
    public static long? ExpectedVersion(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var header = request.Headers.IfMatch.ToString().Trim();
        if (header is "" or "*") return null;
        var isVersion = header.StartsWith("\"v", StringComparison.Ordinal) && header.EndsWith('"');
        return isVersion && long.TryParse(header.AsSpan()[2..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : Never;
    }
}
