using Microsoft.AspNetCore.Http;
using Shares.Api.Sharing;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Web;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.GetShare;

/// <summary>One share, published by the project, subscribed to, or offered to it.</summary>
internal static class GetShareHandler
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, ProjectRequest request, ProjectStore projects, ShareStore shares, TimeProvider time)
    {
        var ct = http.RequestAborted;
        if (!(await ShareSight.OfAsync(request, shares, time, ct)).Succeeded(out var type, out var failure)) return Problems.From(failure);
        http.Response.SetVersion(request.Share.Version);
        return TypedResults.Json(
            await ShareDetailAnswer.ReadAsync(request.Share, type, request.Project, projects, ct), ApiJson.Default.ShareDetailAnswer);
    }
}
