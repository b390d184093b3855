using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Shares.Api.Sharing;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.GetEnforcement;

/// <summary>The publisher's administrator asks whether storage enforces the share as it is now.</summary>
internal static class GetEnforcementHandler
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, ProjectRequest request, ShareStore shares, EnforcementStore enforcement, KeptStorageStore kept, CanaryStore canaries, TimeProvider time)
    {
        if (await ShareSight.RefuseUnlessPublisherAsync(request, http, shares, time) is { } refusal) return Problems.From(refusal);
        return await AnswerAsync(http, request, enforcement, kept, canaries, time);
    }

    public static async Task<JsonHttpResult<EnforcementAnswer>> AnswerAsync(
        HttpContext http, ProjectRequest request, EnforcementStore enforcement, KeptStorageStore kept, CanaryStore canaries, TimeProvider time)
    {
        var file = enforcement.ReadAsync(request.Share.Id, http.RequestAborted);
        var bucket = kept.FindBucketAsync(request.Project.Bucket, http.RequestAborted);
        var canary = canaries.FindAsync(request.Share.Id, http.RequestAborted);
        return TypedResults.Json(EnforcementAnswer.From(request.Share, await file, await bucket, await canary, time.GetUtcNow()), ApiJson.Default.EnforcementAnswer);
    }
}
