using Shares.Core;
using Shares.Core.Access;
using Shares.Core.Datasets;
using Shares.Core.Failures;
using Shares.Data.Requests;

namespace Shares.Api.ExplainAccess;

/// <summary>Outcomes of rules in plain words. They say what was decided and decide nothing.</summary>
internal sealed class AccessSentences(Dataset dataset, AccessQuery query, RequestItems? items, IReadOnlyList<RelatedShare> offered)
{
    private string Project => items?.Project is { } project ? $"“{project.Name}”" : "that project";

    private string Who => query switch
    {
        { Purpose: Purpose.Analyze } => $"The pipeline of {Project}",
        { User: { } user } => user.ToString(),
        _ => $"Any member of {Project}",
    };

    public string Of(AccessDecision decision)
    {
        if (decision.Through is { } share) return $"{Who} {Can} through the share “{share.Name}”.";
        if (decision.IsGranted) return $"{Who} {Can}: the dataset is the project's own.";
        var isCutOff = decision.Rules is [.., { Rule: Rule.ExecutionIsNotCutOff }];
        var reason = !isCutOff && decision.Rules.Any(rule => rule.ShareId is not null) && decision.Refusal!.Code == ErrorCode.NotFound
            ? "no share gives access"
            : Lower(Of(decision.Rules.Last(rule => !rule.Passed)));
        return $"{Who} {Cannot}: {reason.TrimEnd('.')}.";
    }

    public string Of(RuleOutcome outcome)
    {
        var share = offered.FirstOrDefault(each => each.Share.Id == outcome.ShareId)?.Share;
        return outcome.Rule switch
        {
            Rule.CallerBelongsToTheProject => Belongs(outcome.Passed),
            Rule.CallerMayHaveThisPurpose => Purposes(outcome.Passed),
            Rule.DatasetExists => outcome.Passed ? "The dataset is there." : "The dataset was deleted.",
            Rule.ShareNamesTheProject when share is null => "No share of this project names that project.",
            _ => ShareSentences.Of(outcome, share!, Project, dataset, query.Purpose),
        };
    }

    private string Belongs(bool passed) => (query, passed) switch
    {
        ({ Purpose: Purpose.Analyze }, true) => $"Analyses run as the pipeline role that is registered with {Project}, whoever starts them.",
        ({ Purpose: Purpose.Analyze }, false) => $"No pipeline role is registered with {Project}, so it runs no analyses.",
        ({ User: null }, _) => $"Members of {Project} with any role may ask.",
        (_, true) => $"{query.User} is {ContractName.Of(items!.Member!.Role)} of {Project}.",
        (_, false) => $"{query.User} is no member of {Project}.",
    };

    private string Purposes(bool passed) => (query.Purpose, passed) switch
    {
        (Purpose.Analyze, _) => "Credentials for analyses are for pipelines.",
        (Purpose.Download, _) => "Downloads are for people.",
        _ => "Members and pipelines may see datasets.",
    };

    private string Can => query.Purpose switch
    {
        Purpose.See => "sees the dataset and the names of its files",
        Purpose.Download => "can view and download the files",
        _ => "can read the files",
    };

    private string Cannot => query.Purpose switch
    {
        Purpose.See => "does not see the dataset",
        Purpose.Download => "cannot view or download the files",
        _ => "cannot read the files",
    };

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
