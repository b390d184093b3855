using Microsoft.AspNetCore.Http;
using Shares.Api.Sharing;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.Paging;

namespace Shares.Api.ListUsages;

/// <summary>The publisher's administrators see which executions read what through a share, and read until about a day ago. Latest first.</summary>
internal static class ListUsagesHandler
{
    private static readonly Failure BadToken = new(ErrorCode.BadPageToken, "nextToken does not belong to this list.");

    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, ShareStore shares, UsageStore usages, TimeProvider time)
    {
        if (await ShareSight.RefuseUnlessPublisherAsync(request, http, shares, time) is { } refusal) return Problems.From(refusal);
        if (!PageRequest.Read(http.Request).Succeeded(out var page, out var failure)) return Problems.From(failure);
        UsageId? before = null;
        if (page.After is not null)
        {
            if (!UuidId.TryParse<UsageId>(page.After, out var last)) return Problems.From(BadToken);
            before = last;
        }

        // Ids sort by the time they were made.
        var limit = page.Limit ?? PageRequest.MaxLimit;
        var found = await usages.ListLatestAsync(request.Share.Id, before, limit, http.RequestAborted);
        using var json = new JsonPage<UsageAnswer>(ApiJson.Default.UsageAnswer, limit);
        var now = time.GetUtcNow();
        foreach (var usage in found.Items) json.Add(UsageAnswer.From(usage, now));
        return json.ToObject(PageRequest.NextToken(http.Request, found.Next));
    }
}
