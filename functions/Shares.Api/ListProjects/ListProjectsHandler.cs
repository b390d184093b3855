using Microsoft.AspNetCore.Http;
using Shares.Api.Projects;
using Shares.Data.Projects;
using Shares.Web.Gate;
using Shares.Web.Paging;

namespace Shares.Api.ListProjects;

/// <summary>The projects that the caller is a member of, by name.</summary>
internal static class ListProjectsHandler
{
    public static async Task<IResult> HandleAsync(HttpContext http, PersonRequest request, ProjectStore projects)
    {
        var mine = await projects.ListForUserAsync(request.Person.Id, http.RequestAborted);
        return ArrayPage.Of(
            http, mine, p => new ListPosition(p.Name.ToUpperInvariant(), p.Id.ToString()), ProjectAnswer.From, ApiJson.Default.ProjectAnswer);
    }
}
