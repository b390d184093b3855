using Microsoft.AspNetCore.Http;
using Shares.Data.Datasets;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.ListEgress;

/// <summary>
/// Members of a project see what its shares sent and what that costs. It is about what the project publishes: of what it receives the publisher
/// alone is told.
/// </summary>
internal static class ListEgressHandler
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, ProjectRequest request, EgressSummary summary, ShareStore shares, ProjectStore projects, DatasetStore datasets, TimeProvider time)
    {
        var ct = http.RequestAborted;
        if (!EgressQuery.Read(http.Request.Query, time.GetUtcNow()).Succeeded(out var query, out var failure)) return Problems.From(failure);
        if (!(await summary.ReadAsync(request.Project.Id, query, ct)).Succeeded(out var egress, out failure)) return Problems.From(failure);
        var names = await EgressNames.ReadAsync([.. egress.Groups.Keys], shares, projects, datasets, ct);
        var groups = egress.Groups.Select(group => EgressGroupAnswer.From(group.Key, group.Value, names));
        var answer = EgressAnswer.Of(query, egress, EgressTable.Sorted(groups, query.By));
        http.Response.Headers.Vary = "Accept";
        return EgressTable.IsWanted(http.Request) ? EgressTable.Of(answer, query.By) : TypedResults.Json(answer, ApiJson.Default.EgressAnswer);
    }
}
