using Microsoft.AspNetCore.Http;
using Shares.Api.Sharing;
using Shares.Core.Failures;
using Shares.Core.Sharing;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.Subscribe;

/// <summary>An administrator accepts a share that is offered to the project. Subscribing again changes nothing.</summary>
internal static class SubscribeHandler
{
    private static readonly Failure Own = Failure.Invalid("share", "is published by this project, which has its datasets anyway");

    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, ShareStore shares, TimeProvider time)
    {
        var ct = http.RequestAborted;
        if (!(await ShareSight.OfAsync(request, shares, time, ct)).Succeeded(out var type, out var failure)) return Problems.From(failure);
        if (type == ShareType.Publisher) return Problems.From(Own);
        var subscribed = await shares.SubscribeAsync(request.Share, request.Project.Id, request.UserId, ct);
        return subscribed.Failure is { } refusal ? Problems.From(refusal) : TypedResults.Ok();
    }
}
