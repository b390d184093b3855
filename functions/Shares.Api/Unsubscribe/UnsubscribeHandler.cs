using Microsoft.AspNetCore.Http;
using Shares.Api.Sharing;
using Shares.Core.Failures;
using Shares.Core.Sharing;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.Unsubscribe;

/// <summary>An administrator gives a share back: it is available again, and gives no access. Doing so again changes nothing.</summary>
internal static class UnsubscribeHandler
{
    private static readonly Failure Own = Failure.Invalid("share", "is published by this project, which cannot leave it");

    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, ShareStore shares, TimeProvider time)
    {
        var ct = http.RequestAborted;
        if (!(await ShareSight.OfAsync(request, shares, time, ct)).Succeeded(out var type, out var failure)) return Problems.From(failure);
        if (type == ShareType.Publisher) return Problems.From(Own);
        var unsubscribed = await shares.UnsubscribeAsync(request.Share, request.Project.Id, request.UserId, ct);
        return unsubscribed.Failure is { } refusal ? Problems.From(refusal) : TypedResults.Ok();
    }
}
