using Microsoft.AspNetCore.Http;
using Shares.Api.Projects;
using Shares.Data.Projects;
using Shares.Web.Gate;

namespace Shares.Api.ListProjects;

/// <summary>The projects that the caller is a member of, by name.</summary>
internal static class ListProjectsHandler
{
    public static async Task<IResult> HandleAsync(HttpContext http, PersonRequest request, ProjectStore projects)
    {
        var mine = await projects.ListForUserAsync(request.Person.Id, http.RequestAborted);
        return ArrayPage.Of(http, [.. mine.Select(ProjectAnswer.From)], p => p.Id, ApiJson.Default.IEnumerableProjectAnswer);
    }
}
