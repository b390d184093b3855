using Shares.Core.Datasets;
using Shares.Core.Failures;

namespace Shares.Core.Access;

/// <summary>Decides access to one dataset. Every access of every kind goes through here.</summary>
public static class AccessRules
{
    private static readonly Failure PeopleDownload =
        new(ErrorCode.RoleTooLow, "Pipelines read files with the credentials of pipeline-token; downloads are for people.");

    private static readonly Failure PipelinesAnalyze =
        new(ErrorCode.NotYourPipelineRole, "Only the pipeline role that is registered with the project gets credentials for an analysis.");

    /// <param name="caller">The caller's standing in the project that they act for.</param>
    /// <param name="dataset">Null when it does not exist.</param>
    /// <param name="shares">The shares between the dataset's owner and that project; others are refused by the rules.</param>
    public static AccessDecision Decide(
        ProjectCaller caller, Dataset? dataset, IEnumerable<RelatedShare> shares, Purpose purpose, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(shares);
        var tried = new List<RuleOutcome>();
        bool Passes(Rule rule, bool passed)
        {
            tried.Add(new RuleOutcome(rule, null, passed));
            return passed;
        }

        if (!Passes(Rule.DatasetExists, dataset is not null && dataset.Status != DatasetStatus.Deleted)) return new(Failure.NotFound, null, tried);

        // Whether the dataset is there for this project at all comes first: what is not theirs to see gets the same answer to all.
        var seen = dataset!.ProjectId == caller.Project.Id
            ? new AccessDecision(null, null, tried)
            : ThroughShares(caller, dataset, shares, purpose, now, tried);
        if (seen.Refusal?.Code == ErrorCode.NotFound) return seen;
        if (!Passes(Rule.CallerMayHaveThisPurpose, MayHave(caller, purpose)))
            return new(purpose == Purpose.Analyze ? PipelinesAnalyze : PeopleDownload, null, tried);
        return seen;
    }

    private static bool MayHave(ProjectCaller caller, Purpose purpose) => purpose switch
    {
        Purpose.Download => !caller.IsPipeline,
        Purpose.Analyze => caller.IsPipeline,
        _ => true,
    };

    /// <summary>The first share that passes every rule; when none does, the refusal of the one that came furthest.</summary>
    private static AccessDecision ThroughShares(
        ProjectCaller caller, Dataset dataset, IEnumerable<RelatedShare> shares, Purpose purpose, DateTimeOffset now, List<RuleOutcome> tried)
    {
        (Failure Refusal, int Passed) best = (Failure.NotFound, -1);
        foreach (var candidate in shares.OrderBy(s => s.Share.Id.Value))
        {
            var passed = 0;
            Failure? refusal = null;
            foreach (var (rule, holds, otherwise) in ShareRules.For(candidate, caller.Project.Id, dataset, purpose, now))
            {
                tried.Add(new RuleOutcome(rule, candidate.Share.Id, holds));
                if (!holds) refusal = otherwise;
                if (!holds) break;
                passed++;
            }

            if (refusal is null) return new AccessDecision(null, candidate.Share, tried);
            if (passed > best.Passed) best = (refusal, passed);
        }

        return new AccessDecision(best.Refusal, null, tried);
    }
}
