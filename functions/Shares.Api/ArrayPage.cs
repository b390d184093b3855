using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Shares.Core.Failures;
using Shares.Web.Errors;
using Shares.Web.Paging;

namespace Shares.Api;

/// <summary>
/// Lists that Cirro's clients expect as a bare array: whole without <c>limit</c>, in pages with it; the header <c>Next-Token</c> is there while
/// more follows.
/// </summary>
internal static class ArrayPage
{
    public const string NextTokenHeader = "Next-Token";

    private static readonly Failure Stale = new(ErrorCode.BadPageToken, "What the last page ended with is not in the list any more. Repeat the query without nextToken.");

    /// <param name="all">In the order of the list.</param>
    /// <param name="id">Which entry it is; a page begins after the one that the last page ended with.</param>
    public static IResult Of<T>(HttpContext http, IReadOnlyList<T> all, Func<T, string> id, JsonTypeInfo<IEnumerable<T>> type)
    {
        if (!PageRequest.Read(http.Request).Succeeded(out var page, out var failure)) return Problems.From(failure);
        var start = page.After is null ? 0 : IndexOf(all, id, page.After) + 1;
        if (page.After is not null && start == 0) return Problems.From(Stale);
        var items = all.Skip(start).Take(page.Limit ?? all.Count).ToList();
        if (items.Count > 0 && start + items.Count < all.Count)
            http.Response.Headers[NextTokenHeader] = PageRequest.NextToken(http.Request, id(items[^1]));
        return TypedResults.Json(items, type);
    }

    private static int IndexOf<T>(IReadOnlyList<T> all, Func<T, string> id, string wanted)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (id(all[i]) == wanted) return i;
        }

        return -1;
    }
}
