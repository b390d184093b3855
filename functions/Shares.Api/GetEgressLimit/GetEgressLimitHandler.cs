using Microsoft.AspNetCore.Http;
using Shares.Api.Sharing;
using Shares.Data.Sharing;
using Shares.Web;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.GetEgressLimit;

/// <summary>The publisher's administrator asks what a share's downloads have taken this month of what they may.</summary>
internal static class GetEgressLimitHandler
{
    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, ShareStore shares, ShareUse use, TimeProvider time)
    {
        if (await ShareSight.RefuseUnlessPublisherAsync(request, http, shares, time) is { } refusal) return Problems.From(refusal);
        var used = await use.OfAsync(request.Share, http.RequestAborted);
        http.Response.SetVersion(request.Share.Version);
        return TypedResults.Json(EgressLimitStateAnswer.From(request.Share, used, time.GetUtcNow()), ApiJson.Default.EgressLimitStateAnswer);
    }
}
