using Microsoft.AspNetCore.Http;
using Shares.Api.ListShares;
using Shares.Core.Sharing;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.DiscoverShares;

/// <summary>The shares that are offered to the project and that it has not accepted. Filters as for the list of shares.</summary>
internal static class DiscoverSharesHandler
{
    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, ShareStore shares)
    {
        if (!ShareFilter.Read(http.Request.Query, ShareType.Available).Succeeded(out var filter, out var failure)) return Problems.From(failure);
        return await ListSharesHandler.AnswerAsync(http, request, shares, filter with { Types = new HashSet<ShareType> { ShareType.Available } });
    }
}
