using Microsoft.AspNetCore.Http;
using Shares.Api.Projects;
using Shares.Core.Failures;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Web;
using Shares.Web.Bodies;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.UpdateProject;

/// <summary>An administrator replaces what the project says of itself, and its settings. Its bucket stays.</summary>
internal static class UpdateProjectHandler
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, ProjectRequest request, ProjectStore projects, ShareStore shares, ApiSettings settings, TimeProvider time)
    {
        if (!(await JsonBody.ReadAsync(http, ApiJson.Default.ProjectInput)).Succeeded(out var input, out var failure)) return Problems.From(failure);
        if (input.Bucket is not null && input.Bucket != request.Project.Bucket)
            return Problems.From(Failure.Invalid("bucket", "cannot be changed"));
        var notices = await SettingNotices.ReadAsync(request.Project, input, shares, http.RequestAborted);
        var updated = await projects.UpdateAsync(
            request.Project.Id,
            http.Request.ExpectedVersion(),
            request.Actor,
            project => input.ApplyTo(project with { UpdatedAt = time.GetUtcNow() }, settings.AccountId),
            notices.Count > 0 ? string.Join(' ', notices) : null,
            http.RequestAborted);
        if (!updated.Succeeded(out var project, out failure)) return Problems.From(failure);
        http.Response.SetVersion(project.Version);
        var answer = ProjectDetailAnswer.From(project, request.Caller.Role!.Value, settings) with { Notices = notices.Count > 0 ? notices : null };
        return TypedResults.Json(answer, ApiJson.Default.ProjectDetailAnswer);
    }
}
