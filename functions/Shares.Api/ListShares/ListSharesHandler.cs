using Microsoft.AspNetCore.Http;
using Shares.Api.Sharing;
using Shares.Core.Sharing;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.ListShares;

/// <summary>The shares that the project publishes or has subscribed to; those offered to it too, when <c>type</c> asks for them.</summary>
internal static class ListSharesHandler
{
    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, ShareStore shares)
    {
        return ShareFilter.Read(http.Request.Query, ShareType.Publisher, ShareType.Subscriber).Succeeded(out var filter, out var failure)
            ? await AnswerAsync(http, request, shares, filter)
            : Problems.From(failure);
    }

    public static async Task<IResult> AnswerAsync(HttpContext http, ProjectRequest request, ShareStore shares, ShareFilter filter)
    {
        var related = await shares.ListForProjectAsync(request.Project.Id, filter.Types, http.RequestAborted);
        return ArrayPage.Of(
            http,
            related.Where(filter.Accepts),
            filter.PositionOf,
            r => ShareAnswer.From(r.Share, r.Relation.Type),
            ApiJson.Default.ShareAnswer,
            filter.Descending);
    }
}
