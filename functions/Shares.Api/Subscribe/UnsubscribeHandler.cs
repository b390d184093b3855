using Microsoft.AspNetCore.Http;
using Shares.Data.Sharing;
using Shares.Web.Gate;

namespace Shares.Api.Subscribe;

/// <summary>An administrator gives a share back: it is available again, and gives no access. Doing so again changes nothing.</summary>
internal static class UnsubscribeHandler
{
    public static Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, ShareStore shares, TimeProvider time) => Subscription.ChangeAsync(
        http, request, shares, time, "is published by this project, which cannot leave it",
        ct => shares.UnsubscribeAsync(request.Share, request.Project.Id, request.Actor, ct));
}
