using Microsoft.AspNetCore.Http;
using Shares.Data.Sharing;
using Shares.Web.Gate;

namespace Shares.Api.Subscribe;

/// <summary>An administrator accepts a share that is offered to the project. Subscribing again changes nothing.</summary>
internal static class SubscribeHandler
{
    public static Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, ShareStore shares, TimeProvider time) => Subscription.ChangeAsync(
        http, request, shares, time, "is published by this project, which has its datasets anyway",
        ct => shares.SubscribeAsync(request.Share, request.Project.Id, request.Actor, ct));
}
