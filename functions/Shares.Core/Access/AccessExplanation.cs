using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Projects;

namespace Shares.Core.Access;

/// <summary>The decision about somebody who does not ask themselves, by the code that decides when they do.</summary>
public static class AccessExplanation
{
    /// <param name="caller">Who would ask: a person, or the role that pipelines of the project have.</param>
    /// <param name="member">The caller's membership of the project, when the caller is a person who has one.</param>
    public static AccessDecision Of(
        Project? project, Caller caller, Member? member, Dataset dataset, IEnumerable<RelatedShare> shares, Purpose purpose, DateTimeOffset now)
    {
        var standing = ProjectCaller.Resolve(project, caller, member);
        var belongs = new RuleOutcome(Rule.CallerBelongsToTheProject, null, standing is not null);
        if (standing is null) return new(Failures.Failure.NotFound, null, [belongs]);
        var decision = AccessRules.Decide(standing, dataset, shares, purpose, now);
        return decision with { Rules = [belongs, .. decision.Rules] };
    }

    /// <summary>The decision about one execution, which the publisher may have cut off from the share that would give access.</summary>
    public static AccessDecision OfExecution(AccessDecision decision, IReadOnlySet<ShareId> cutOff)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(cutOff);
        if (decision.Through is not { } share) return decision;
        var isCutOff = cutOff.Contains(share.Id);
        IReadOnlyList<RuleOutcome> rules = [.. decision.Rules, new(Rule.ExecutionIsNotCutOff, share.Id, !isCutOff)];
        return isCutOff ? new(Failures.Failure.NotFound, null, rules) : decision with { Rules = rules };
    }
}
