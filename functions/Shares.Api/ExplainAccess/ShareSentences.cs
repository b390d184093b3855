using Shares.Core;
using Shares.Core.Access;
using Shares.Core.Datasets;
using Shares.Core.Sharing;
using Shares.Web.Bodies;

namespace Shares.Api.ExplainAccess;

/// <summary>Outcomes of the rules about one share, in plain words.</summary>
internal static class ShareSentences
{
    /// <param name="project">As sentences name the project that is asked about.</param>
    public static string Of(RuleOutcome outcome, Share share, string project, Dataset dataset, Purpose purpose)
    {
        var name = $"“{share.Name}”";
        return (outcome.Rule, outcome.Passed) switch
        {
            (Rule.ProjectHasSubscribed, true) => $"{project} has subscribed to {name}.",
            (Rule.ProjectHasSubscribed, false) => $"{project} has not subscribed to {name}; an administrator there can.",
            (Rule.ShareHasNotExpired, true) => share.ExpiresAt is { } end ? $"{name} ends at {UtcTime.Format(end)}." : $"{name} has no end.",
            (Rule.ShareHasNotExpired, false) => $"{name} has ended at {UtcTime.Format(share.ExpiresAt!.Value)}.",
            (Rule.ShareNamesTheProject, true) => $"{name} is shared with {project}.",
            (Rule.ShareNamesTheProject, false) => $"{name} is not shared with {project} any more.",
            (Rule.ShareHoldsTheDataset, true) => $"{name} selects the dataset.",
            (Rule.ShareHoldsTheDataset, false) => NotHeld(share, name, dataset),
            (Rule.ShareAllowsThePurpose, true) => purpose == Purpose.Analyze ? $"{name} allows analyses." : $"{name} allows downloads.",
            (Rule.ShareAllowsThePurpose, false) => $"{name} is for analyses only: nobody there may view or download files.",
            (Rule.DownloadsAreNotSuspended, true) => $"Downloads through {name} have not reached a limit.",
            (Rule.DownloadsAreNotSuspended, false) => $"Downloads through {name} have reached its limit for {share.Suspension!.Period} and are suspended; analyses go on.",
            (Rule.StorageEnforcesTheShare, true) => $"Storage is set up for {name}.",
            (Rule.StorageEnforcesTheShare, false) => $"Storage is not set up yet for the latest change of {name}.",
            (Rule.ExecutionIsNotCutOff, true) => $"What this execution reads through {name} was not ended.",
            (Rule.ExecutionIsNotCutOff, false) => $"The owner has ended what this execution reads through {name}.",
            _ => throw new InvalidOperationException($"{outcome.Rule} is about no share."),
        };
    }

    private static string NotHeld(Share share, string name, Dataset dataset)
    {
        if (dataset.Status != DatasetStatus.Completed)
            return $"The dataset is {ContractName.Of(dataset.Status)}; {name} holds only what is COMPLETED.";
        var unmet = share.Selection.RequiredFields.Where(field => !IsMet(share.Selection, field, dataset)).Select(Words).ToList();
        return unmet.Count == 0
            ? $"{name} does not name the dataset, and selects by nothing else."
            : $"{name} does not select the dataset: {string.Join(" and ", unmet)}.";
    }

    private static bool IsMet(Selection selection, SelectionField field, Dataset dataset) =>
        new Selection(selection.Conditions.Where(condition => condition.Field == field)).Matches(dataset);

    private static string Words(SelectionField field) => field switch
    {
        SelectionField.Tag => "it has none of the tags",
        SelectionField.CreatedBy => "none of the people created it",
        _ => "it has none of the data types",
    };
}
