using Microsoft.AspNetCore.Http;
using Shares.Api.Sharing;
using Shares.Core.Ids;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.Paging;

namespace Shares.Api.ListSubscriptions;

/// <summary>The publisher's members see which projects have accepted a share, and which could. By name.</summary>
internal static class ListSubscriptionsHandler
{
    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, ProjectStore projects, ShareStore shares, TimeProvider time)
    {
        if (await ShareSight.RefuseUnlessPublisherAsync(request, http, shares, time) is { } refusal) return Problems.From(refusal);
        var ct = http.RequestAborted;
        var named = await projects.FindManyAsync(request.Share.SharedProjectIds, ct);
        var subscriptions = (await shares.ListSubscriptionsAsync(request.Share, ct)).ToDictionary(relation => relation.ProjectId);
        NamedItem Name(ProjectId id) => new(id.ToString(), named.GetValueOrDefault(id)?.Name ?? "");
        return ArrayPage.Of(
            http,
            request.Share.SharedProjectIds.Select(id => (Project: Name(id), Subscription: subscriptions.GetValueOrDefault(id))),
            each => new ListPosition(each.Project.Name.ToUpperInvariant(), each.Project.Id),
            each => SubscriptionAnswer.From(each.Project, each.Subscription),
            ApiJson.Default.SubscriptionAnswer);
    }
}
