using Microsoft.AspNetCore.Http;
using Shares.Api.Sharing;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.GetEnforcement;

/// <summary>The publisher's administrator asks whether storage enforces the share as it is now.</summary>
internal static class GetEnforcementHandler
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, ProjectRequest request, ShareStore shares, EnforcementStore enforcement, TimeProvider time)
    {
        if (await ShareSight.RefuseUnlessPublisherAsync(request, http, shares, time) is { } refusal) return Problems.From(refusal);
        var record = await enforcement.FindAsync(request.Share.Id, http.RequestAborted);
        return TypedResults.Json(EnforcementAnswer.From(request.Share, record), ApiJson.Default.EnforcementAnswer);
    }
}
