using Microsoft.AspNetCore.Http;
using Shares.Api.Sharing;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.Paging;

namespace Shares.Api.ListUsages;

/// <summary>The publisher's administrators see which executions read what through a share, and read until about a day ago. Latest first.</summary>
internal static class ListUsagesHandler
{
    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, ShareStore shares, UsageStore usages, TimeProvider time)
    {
        if (await ShareSight.RefuseUnlessPublisherAsync(request, http, shares, time) is { } refusal) return Problems.From(refusal);
        var (all, now) = (await usages.ListAsync(request.Share.Id, http.RequestAborted), time.GetUtcNow());
        return ArrayPage.Of(
            http,
            all,
            // Ids sort by the time they were made.
            usage => new ListPosition("", usage.Id.ToString()),
            usage => UsageAnswer.From(usage, now),
            ApiJson.Default.UsageAnswer,
            descending: true);
    }
}
