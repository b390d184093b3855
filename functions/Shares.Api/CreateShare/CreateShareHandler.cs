using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Shares.Api.Sharing;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Governance;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Web.Bodies;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.Repeats;

namespace Shares.Api.CreateShare;

/// <summary>An administrator of a project that may publish offers some of its datasets to other projects.</summary>
internal static class CreateShareHandler
{
    public static readonly Failure Disabled =
        new(ErrorCode.SharingDisabled, "Sharing is off in this project. An administrator can turn it on in the project's settings (isShareable).");

    public static async Task<IResult> HandleAsync(
        HttpContext http,
        ProjectRequest request,
        ReservedId reserved,
        ProjectStore projects,
        ClassificationStore classifications,
        ShareStore shares,
        TimeProvider time)
    {
        var id = reserved.As<ShareId>();
        if (reserved.IsRepeat && await shares.FindAsync(id, http.RequestAborted) is { } made) return Created(made);
        if (!request.Project.Settings.IsShareable) return Problems.From(Disabled);
        if (!(await JsonBody.ReadAsync(http, ApiJson.Default.ShareInput)).Succeeded(out var input, out var failure)) return Problems.From(failure);
        if (!input.Validate(time.GetUtcNow()).Succeeded(out var draft, out failure)) return Problems.From(failure);
        if (await NamedClassifications.RefuseAsync(classifications, draft.ClassificationIds, [], http.RequestAborted) is { } unknown) return Problems.From(unknown);
        var none = FrozenSet<ProjectId>.Empty;
        var named = await NamedProjects.ReadAsync(projects, request.Project.Id, draft.SharedProjectIds, none, http.RequestAborted);
        if (named.Refuse(draft.SharedProjectIds, none) is { } refusal) return Problems.From(refusal);
        var created = await shares.CreateAsync(draft.ApplyTo(New(id, request, time)), request.Actor, http.RequestAborted);
        return created.Succeeded(out var share, out failure) ? Created(share) : Problems.From(failure);
    }

    private static JsonHttpResult<CreateResponse> Created(Share share) => TypedResults.Json(
        new CreateResponse(share.Id.ToString(), "Share created."), ApiJson.Default.CreateResponse, statusCode: StatusCodes.Status201Created);

    private static Share New(ShareId id, ProjectRequest request, TimeProvider time) => new()
    {
        Id = id,
        Name = "",
        PublisherId = request.Project.Id,
        Selection = new Selection([]),
        IsViewRestricted = false,
        CreatedBy = request.UserId,
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
    };
}
