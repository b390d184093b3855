using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shares.Core.Failures;

namespace Shares.Web.Paging;

/// <summary>Which part of a list is asked for: at most <paramref name="Limit"/> entries, after the position <paramref name="After"/>.</summary>
/// <param name="Limit">Null when the request names none.</param>
/// <param name="After">A position that this service gave to this caller for this query; null for the beginning.</param>
public sealed record PageRequest(int? Limit, string? After)
{
    public const int MaxLimit = 1000;

    /// <summary>
    /// Reads <c>limit</c> and <c>nextToken</c>. Cirro's clients ask for 5,000 unless told otherwise: more than
    /// <see cref="MaxLimit"/> is not refused, the page is just no longer than that.
    /// </summary>
    public static Result<PageRequest> Read(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var query = request.Query;
        int? limit = null;
        if (query.TryGetValue("limit", out var text) && text.ToString() is { Length: > 0 } wanted)
        {
            if (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
                return Failure.Invalid("limit", $"must be a number from 1 to {MaxLimit}");
            limit = Math.Min(number, MaxLimit);
        }

        var token = query["nextToken"].ToString();
        if (token.Length == 0) return new PageRequest(limit, null);
        return PageToken.Read(request, token).As(position => new PageRequest(limit, position));
    }

    /// <summary>What the caller sends to get what follows <paramref name="position"/>; empty when nothing does.</summary>
    public static string NextToken(HttpRequest request, string? position) => position is null ? "" : PageToken.Write(request, position);
}
