using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Shares.Api.Sharing;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Web.Bodies;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.CreateShare;

/// <summary>An administrator of a project that may publish offers some of its datasets to other projects.</summary>
internal static class CreateShareHandler
{
    public static readonly Failure Disabled =
        new(ErrorCode.SharingDisabled, "Sharing is off in this project. An administrator can turn it on in the project's settings (isShareable).");

    public static async Task<IResult> HandleAsync(
        HttpContext http, ProjectRequest request, ProjectStore projects, ShareStore shares, TimeProvider time)
    {
        if (!request.Project.Settings.IsShareable) return Problems.From(Disabled);
        if (!(await JsonBody.ReadAsync(http, ApiJson.Default.ShareInput)).Succeeded(out var input, out var failure)) return Problems.From(failure);
        if (!input.Validate(time.GetUtcNow()).Succeeded(out var draft, out failure)) return Problems.From(failure);
        var none = FrozenSet<ProjectId>.Empty;
        var named = await NamedProjects.ReadAsync(projects, request.Project.Id, draft.SharedProjectIds, none, http.RequestAborted);
        if (named.Refuse(draft.SharedProjectIds, none) is { } refusal) return Problems.From(refusal);
        var created = await shares.CreateAsync(draft.ApplyTo(New(request, time)), request.Actor, http.RequestAborted);
        if (!created.Succeeded(out var share, out failure)) return Problems.From(failure);
        return TypedResults.Json(
            new CreateResponse(share.Id.ToString(), "Share created."), ApiJson.Default.CreateResponse, statusCode: StatusCodes.Status201Created);
    }

    private static Share New(ProjectRequest request, TimeProvider time) => new()
    {
        Id = UuidId.New<ShareId>(time),
        Name = "",
        PublisherId = request.Project.Id,
        Selection = new Selection([]),
        IsViewRestricted = false,
        CreatedBy = request.UserId,
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
    };
}
