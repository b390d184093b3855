using Microsoft.AspNetCore.Http;
using Shares.Api.GetEgressLimit;
using Shares.Api.Sharing;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Failures;
using Shares.Core.Sharing;
using Shares.Data.Sharing;
using Shares.Web;
using Shares.Web.Bodies;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.SetEgressLimit;

/// <summary>The publisher's administrator sets, changes or removes a share's limit, or lets downloads go on beyond it for the rest of the month.</summary>
internal static class SetEgressLimitHandler
{
    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, ShareStore shares, ShareUse use, TimeProvider time)
    {
        if (await ShareSight.RefuseUnlessPublisherAsync(request, http, shares, time) is { } refusal) return Problems.From(refusal);
        if (!(await JsonBody.ReadAsync(http, ApiJson.Default.SetEgressLimitRequest)).Succeeded(out var body, out var failure)) return Problems.From(failure);
        if (!body.Validate().Succeeded(out var edit, out failure)) return Problems.From(failure);
        var used = await use.OfAsync(request.Share, http.RequestAborted);
        var changed = await shares.ChangeLimitAsync(
            request.Share.Id, http.Request.ExpectedVersion(), request.Actor, edit.LiftReason, share => Task.FromResult<Result<Share>>(Apply(edit, share, used, use.Month)), http.RequestAborted);
        if (!changed.Succeeded(out var after, out failure)) return Problems.From(failure);
        http.Response.SetVersion(after.Version);
        return TypedResults.Json(EgressLimitStateAnswer.From(after, used, time.GetUtcNow()), ApiJson.Default.EgressLimitStateAnswer);
    }

    /// <summary>Lifting once more what is lifted changes nothing.</summary>
    private static Share Apply(LimitEdit edit, Share share, EgressUse used, BillingPeriod month)
    {
        var limited = share.Limit(edit.Limit, used);
        return edit.LiftReason is null ? limited : limited.LiftFor(month);
    }
}
