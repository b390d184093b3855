using Microsoft.AspNetCore.Http;
using Shares.Api.Sharing;
using Shares.Data.Sharing;
using Shares.Web;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.DeleteShare;

/// <summary>The publisher's administrator deletes a share: nobody gets new access through it, and its access points go.</summary>
internal static class DeleteShareHandler
{
    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, ShareStore shares, TimeProvider time)
    {
        if (await ShareSight.RefuseUnlessPublisherAsync(request, http, shares, time) is { } refusal) return Problems.From(refusal);
        var deleted = await shares.DeleteAsync(request.Share.Id, http.Request.ExpectedVersion(), request.Actor, http.RequestAborted);
        return deleted.Failure is { } failure ? Problems.From(failure) : TypedResults.Ok();
    }
}
