using Microsoft.AspNetCore.Http;
using Shares.Api.Sharing;
using Shares.Core.Sharing;
using Shares.Data.Governance;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Web;
using Shares.Web.Bodies;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.UpdateShare;

/// <summary>The publisher's administrator replaces a share. New requests follow it at once; its enforcement says when storage does.</summary>
internal static class UpdateShareHandler
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, ProjectRequest request, ProjectStore projects, ClassificationStore classifications, ShareStore shares, ShareUse use, TimeProvider time)
    {
        if (await ShareSight.RefuseUnlessPublisherAsync(request, http, shares, time) is { } refusal) return Problems.From(refusal);
        if (!(await JsonBody.ReadAsync(http, ApiJson.Default.ShareInput)).Succeeded(out var input, out var failure)) return Problems.From(failure);
        if (!input.Validate(time.GetUtcNow()).Succeeded(out var draft, out failure)) return Problems.From(failure);
        var ct = http.RequestAborted;
        NamedProjects? named = null;
        var updated = await shares.UpdateAsync(
            request.Share.Id,
            http.Request.ExpectedVersion(),
            request.Actor,
            async share =>
            {
                // What another edit has just taken out is not named already.
                if (await NamedClassifications.RefuseAsync(classifications, draft.ClassificationIds, share.ClassificationIds, ct) is { } unknown) return unknown;
                named = await NamedProjects.ReadAsync(projects, request.Project.Id, draft.SharedProjectIds, share.SharedProjectIds, ct);
                if (named.Refuse(draft.SharedProjectIds, share.SharedProjectIds) is { } broken) return broken;
                return draft.ApplyTo(share, draft.MayResume(share) ? await use.OfAsync(share, ct) : default);
            },
            ct);
        if (!updated.Succeeded(out var changed, out failure)) return Problems.From(failure);
        http.Response.SetVersion(changed.Version);
        return TypedResults.Json(
            await ShareDetailAnswer.ReadAsync(changed, ShareType.Publisher, request.Project, projects, ct, named?.Added), ApiJson.Default.ShareDetailAnswer);
    }
}
