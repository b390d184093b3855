using Microsoft.AspNetCore.Http;
using Shares.Api.GetEnforcement;
using Shares.Api.Sharing;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.VerifyEnforcement;

/// <summary>
/// The publisher's administrator wants storage to be compared with the share now, and not within the hour. Provisioning does it; the answer
/// tells how it stands before that.
/// </summary>
internal static class VerifyEnforcementHandler
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, ProjectRequest request, ShareStore shares, EnforcementStore enforcement, KeptStorageStore kept, CanaryStore canaries, TimeProvider time)
    {
        if (await ShareSight.RefuseUnlessPublisherAsync(request, http, shares, time) is { } refusal) return Problems.From(refusal);
        await enforcement.AskForVerificationAsync(request.Share.Id, http.RequestAborted);
        return await GetEnforcementHandler.AnswerAsync(http, request, enforcement, kept, canaries, time);
    }
}
