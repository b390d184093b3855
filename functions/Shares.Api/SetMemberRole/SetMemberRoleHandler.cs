using Microsoft.AspNetCore.Http;
using Shares.Data.Projects;
using Shares.Web.Bodies;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.SetMemberRole;

/// <summary>An administrator gives somebody a role in the project, another one, or none. The last OWNER stays.</summary>
internal static class SetMemberRoleHandler
{
    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, MemberStore members)
    {
        if (!(await JsonBody.ReadAsync(http, ApiJson.Default.SetMemberRoleRequest)).Succeeded(out var body, out var failure)) return Problems.From(failure);
        if (!body.Validate().Succeeded(out var wanted, out failure)) return Problems.From(failure);
        var set = await members.SetRoleAsync(request.Project.Id, wanted.User, wanted.Role, request.Actor, http.RequestAborted);
        return set.Failure is { } refusal ? Problems.From(refusal) : TypedResults.Ok();
    }
}
