using Microsoft.AspNetCore.Http;
using Shares.Api.Sharing;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.Paging;

namespace Shares.Api.ListShares;

/// <summary>
/// The shares that the project publishes or has subscribed to; those offered to it too, when <c>type</c> asks for them. A page by name
/// costs what it shows, however many there are; one that filters looks at a bounded number and can be short, even empty, with more to come.
/// </summary>
internal static class ListSharesHandler
{
    private const int MostExamined = 1000;
    private const int SharesPerRead = 100;

    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, ShareStore shares)
    {
        return ShareFilter.Read(http.Request.Query, ShareType.Publisher, ShareType.Subscriber).Succeeded(out var filter, out var failure)
            ? await AnswerAsync(http, request, shares, filter)
            : Problems.From(failure);
    }

    public static async Task<IResult> AnswerAsync(HttpContext http, ProjectRequest request, ShareStore shares, ShareFilter filter)
    {
        if (filter.IsByName) return await ByNameAsync(http, request.Project.Id, shares, filter);
        var related = await shares.ListForProjectAsync(request.Project.Id, filter.Types, http.RequestAborted);
        return ArrayPage.Of(
            http,
            related.Where(filter.Accepts),
            filter.PositionOf,
            r => ShareAnswer.From(r.Share, r.Relation.Type),
            ApiJson.Default.ShareAnswer,
            filter.Descending);
    }

    private static async Task<IResult> ByNameAsync(HttpContext http, ProjectId project, ShareStore shares, ShareFilter filter)
    {
        if (!PageRequest.Read(http.Request).Succeeded(out var page, out var failure)) return Problems.From(failure);
        if (!After(page).Succeeded(out var after, out failure)) return Problems.From(failure);
        using var json = new JsonPage<ShareAnswer>(ApiJson.Default.ShareAnswer, page.Limit ?? int.MaxValue);
        var examined = 0;
        var perRead = Math.Min(page.Limit ?? SharesPerRead, SharesPerRead);
        await foreach (var (related, isLast) in shares.ListByNameAsync(project, filter.Types, after, filter.Descending, perRead, http.RequestAborted))
        {
            if (filter.Accepts(related)) json.Add(ShareAnswer.From(related.Share, related.Relation.Type));
            if (isLast) break;
            var isEnough = json.IsFull || (page.Limit is not null && ++examined == MostExamined);
            if (!isEnough) continue;
            ArrayPage.SetNext(http, Position(related.Share).ToString());
            break;
        }

        return json.ToArray();
    }

    private static ListPosition Position(Share share)
    {
        var position = NamePosition.Of(share);
        return new(position.FoldedName, position.Id.ToString());
    }

    /// <summary>Null inside the result for the first page.</summary>
    private static Result<NamePosition?> After(PageRequest page)
    {
        if (page.After is null) return (NamePosition?)null;
        var isPosition = ListPosition.TryParse(page.After, out var last) & UuidId.TryParse<ShareId>(last.Id, out var id);
        return isPosition && NamePosition.TryParse(last.Sort, id, out var after) ? after : ArrayPage.BadToken;
    }
}
