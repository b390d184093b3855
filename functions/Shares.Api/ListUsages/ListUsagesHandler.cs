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
        if (!PageRequest.Read(http.Request).Succeeded(out var page, out var failure)) return Problems.From(failure);
        var (all, now) = (await usages.ListAsync(request.Share.Id, http.RequestAborted), time.GetUtcNow());
        using var json = new JsonPage<UsageAnswer>(ApiJson.Default.UsageAnswer, page.Limit ?? PageRequest.MaxLimit);
        var last = page.After;
        // Ids sort by the time they were made.
        foreach (var usage in all.Select(usage => UsageAnswer.From(usage, now)).OrderByDescending(usage => usage.Id, StringComparer.Ordinal))
        {
            if (page.After is not null && string.CompareOrdinal(usage.Id, page.After) >= 0) continue;
            if (json.IsFull) return json.ToObject(PageRequest.NextToken(http.Request, last));
            json.Add(usage);
            last = usage.Id;
        }

        return json.ToObject("");
    }
}
