using Microsoft.AspNetCore.Http;
using Shares.Api.Projects;
using Shares.Web;
using Shares.Web.Gate;

namespace Shares.Api.GetProject;

internal static class GetProjectHandler
{
    public static IResult Handle(HttpContext http, ProjectRequest request, ApiSettings settings)
    {
        http.Response.SetVersion(request.Project.Version);
        return TypedResults.Json(
            ProjectDetailAnswer.From(request.Project, request.Caller.Role!.Value, settings), ApiJson.Default.ProjectDetailAnswer);
    }
}
