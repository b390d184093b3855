using Shares.Core.Ids;

namespace Shares.Core.Access;

/// <summary>What is asked of a dataset's files.</summary>
public enum Purpose
{
    /// <summary>See the dataset and the names of its files.</summary>
    See,

    /// <summary>View or download the contents of files, as a person.</summary>
    Download,

    /// <summary>Read the contents of files, as a pipeline.</summary>
    Analyze,
}

/// <summary>The rules of access, in the order in which they are tried.</summary>
public enum Rule
{
    /// <summary>A person is a member of the project; a role is the project's pipeline role.</summary>
    CallerBelongsToTheProject,

    /// <summary>People download, pipelines analyze.</summary>
    CallerMayHaveThisPurpose,
    DatasetExists,
    ProjectHasSubscribed,
    ShareHasNotExpired,
    ShareNamesTheProject,
    ShareHoldsTheDataset,
    ShareAllowsThePurpose,

    /// <summary>Downloads have not reached the share's limit. Of downloads alone.</summary>
    DownloadsAreNotSuspended,
    StorageEnforcesTheShare,

    /// <summary>The publisher has not ended what this execution reads through the share.</summary>
    ExecutionIsNotCutOff,
}

/// <summary>One rule that was tried, and for which share; null where the rule is about no share.</summary>
public sealed record RuleOutcome(Rule Rule, ShareId? ShareId, bool Passed);
