using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Shares.Core.Failures;
using Shares.Web.Errors;
using Shares.Web.Paging;

namespace Shares.Api;

/// <summary>
/// Lists that Cirro's clients expect as a bare array: whole without <c>limit</c>, in pages with it; the header <c>Next-Token</c> is there while
/// more follows. What is too much for one answer comes in pages in any case.
/// </summary>
internal static class ArrayPage
{
    public const string NextTokenHeader = "Next-Token";

    public static readonly Failure BadToken = new(ErrorCode.BadPageToken, "nextToken does not belong to this list.");

    /// <param name="all">In any order.</param>
    /// <param name="position">By which the list is sorted.</param>
    public static IResult Of<T, TAnswer>(
        HttpContext http,
        IEnumerable<T> all,
        Func<T, ListPosition> position,
        Func<T, TAnswer> answer,
        JsonTypeInfo<TAnswer> type,
        bool descending = false)
    {
        if (!PageRequest.Read(http.Request).Succeeded(out var page, out var failure)) return Problems.From(failure);
        var after = default(ListPosition);
        if (page.After is not null && !ListPosition.TryParse(page.After, out after)) return Problems.From(BadToken);
        var direction = descending ? -1 : 1;
        var rest = all.Select(entry => (Entry: entry, At: position(entry)))
            .Where(each => page.After is null || each.At.CompareTo(after) * direction > 0);
        using var json = new JsonPage<TAnswer>(type, page.Limit ?? int.MaxValue);
        var last = after;
        foreach (var (entry, at) in descending ? rest.OrderByDescending(each => each.At) : rest.OrderBy(each => each.At))
        {
            if (json.IsFull)
            {
                SetNext(http, last.ToString());
                break;
            }

            json.Add(answer(entry));
            last = at;
        }

        return json.ToArray();
    }

    /// <param name="position">What the page ended with.</param>
    public static void SetNext(HttpContext http, string position) =>
        http.Response.Headers[NextTokenHeader] = PageRequest.NextToken(http.Request, position);
}
