using Microsoft.AspNetCore.Http;
using Shares.Api.Projects;
using Shares.Core;
using Shares.Data.Projects;
using Shares.Web.Gate;
using Shares.Web.Paging;

namespace Shares.Api.ListMembers;

/// <summary>The members of the project with their roles.</summary>
internal static class ListMembersHandler
{
    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, MemberStore members)
    {
        var all = await members.ListAsync(request.Project.Id, http.RequestAborted);
        return ArrayPage.Of(
            http,
            all,
            m => new ListPosition("", m.UserId.ToString()),
            m => MemberAnswer.From(m.UserId, ContractName.Of(m.Role)),
            ApiJson.Default.MemberAnswer);
    }
}
