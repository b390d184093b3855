using Microsoft.AspNetCore.Http;
using Shares.Api.Sharing;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.RevokeUsage;

/// <summary>
/// The publisher's administrator ends what one execution reads through a share: it gets no session for it any more, and storage refuses those
/// that it has. Others go on. Doing so again changes nothing.
/// </summary>
internal static class RevokeUsageHandler
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, ProjectRequest request, string usage, ShareStore shares, UsageStore usages, TimeProvider time)
    {
        if (await ShareSight.RefuseUnlessPublisherAsync(request, http, shares, time) is { } refusal) return Problems.From(refusal);
        if (!UuidId.TryParse<UsageId>(usage, out var id)) return Problems.From(Failure.NotFound);
        var ended = await usages.CutOffAsync(request.Share, id, request.Actor, http.RequestAborted);
        return ended.Failure is { } failure ? Problems.From(failure) : TypedResults.Ok();
    }
}
