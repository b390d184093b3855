using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Shares.Api.Datasets;
using Shares.Core.Access;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Data.Requests;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.ExplainAccess;

/// <summary>
/// The owner's administrator asks why a project, or somebody in it, gets at a dataset or does not. Of projects that the owner shares nothing
/// with nothing is told, not even whether they exist.
/// </summary>
internal static class ExplainAccessHandler
{
    /// <summary>Shares whose storage is looked at.</summary>
    private const int SharesLookedAt = 20;

    private static readonly UserId Anybody = UserId.Parse("any member");

    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, RequestReader requests, ShareStore shares, EnforcementStore enforcements, UsageStore usages, TimeProvider time)
    {
        // A deleted dataset is the owner's to ask about, so its being there is not asked.
        if (request.Dataset.ProjectId != request.Project.Id && await DatasetSight.RefuseUnlessOwnAsync(request, http, shares, time) is { } notTheirs)
            return Problems.From(notTheirs);
        if (!AccessQuery.Read(http.Request.Query).Succeeded(out var query, out var failure)) return Problems.From(failure);
        var ct = http.RequestAborted;
        var isOwner = query.Project == request.Project.Id;
        var offered = isOwner ? [] : await shares.ListOfferedAsync(request.Project.Id, query.Project, ct);
        if (!isOwner && offered.Count == 0) return Answer(request, query, NotNamed, [], null, []);

        var user = query.User ?? Anybody;
        var items = await requests.ReadAsync(query.Project, new Caller.Person(user, "", []), null, null, ct);
        var (caller, member) = Standing(query, user, items);
        var decision = AccessExplanation.Of(items.Project, caller, member, request.Dataset, offered, query.Purpose, time.GetUtcNow());
        if (query.Execution is { } execution)
            decision = AccessExplanation.OfExecution(decision, await usages.CutOffFromAsync(offered.Select(each => each.Share.Id), query.Project, execution, ct));
        return Answer(request, query, decision, await StorageAsync(request, query, decision, offered, enforcements, time.GetUtcNow(), ct), items, offered);
    }

    /// <summary>What the rules say when there is no share to try.</summary>
    private static AccessDecision NotNamed => new(Failure.NotFound, null, [new RuleOutcome(Rule.ShareNamesTheProject, null, false)]);

    /// <summary>Analyses run as the project's pipeline role, whoever starts them. Without a user, somebody with the least role is asked about.</summary>
    private static (Caller Caller, Member? Member) Standing(AccessQuery query, UserId user, RequestItems items)
    {
        if (query.Purpose == Purpose.Analyze)
        {
            var isRegistered = RoleArn.TryParse(items.Project?.PipelineRoleArn, out var role);
            return (new Caller.AwsRole(isRegistered ? role : default, ""), null);
        }

        var member = query.User is null ? new Member(query.Project, user, Role.Collaborator) : items.Member;
        return (new Caller.Person(user, "", []), member);
    }

    /// <summary>What storage does with each share that was tried.</summary>
    private static async Task<IReadOnlyList<StorageAnswer>> StorageAsync(
        ProjectRequest request, AccessQuery query, AccessDecision decision, IReadOnlyList<RelatedShare> offered, EnforcementStore enforcements,
        DateTimeOffset now, CancellationToken ct)
    {
        if (query.Purpose == Purpose.See) return [];
        var tried = decision.Rules.Select(rule => rule.ShareId).ToHashSet();
        var shares = offered.Select(each => each.Share).Where(share => tried.Contains(share.Id)).Take(SharesLookedAt).ToList();
        var records = await Task.WhenAll(shares.Select(share => enforcements.FindAsync(share.Id, ct)));
        return
        [
            .. from each in shares.Zip(records)
               from outcome in StorageRules.For(each.First, each.Second, query.Requester, request.Dataset.Id, query.Purpose, now)
               select StorageSentences.Of(outcome, each.First, each.Second, query.Purpose),
        ];
    }

    private static JsonHttpResult<AccessAnswer> Answer(
        ProjectRequest request, AccessQuery query, AccessDecision decision, IReadOnlyList<StorageAnswer> storage, RequestItems? items,
        IReadOnlyList<RelatedShare> offered)
    {
        var sentences = new AccessSentences(request.Dataset, query, items, offered);
        return TypedResults.Json(AccessAnswer.From(request.Dataset.Id, query, decision, storage, sentences), ApiJson.Default.AccessAnswer);
    }
}
