using Shares.Core.Failures;
using Shares.Core.Sharing;

namespace Shares.Core.Access;

/// <summary>A share that the caller's project has a relation to, as candidate for giving access.</summary>
public sealed record RelatedShare(Share Share, Relation Relation);

/// <summary>
/// Who may do what with a dataset, and why not. <see cref="Through"/> is the share that gives access, or null when the dataset is
/// the caller's own.
/// </summary>
public sealed record AccessDecision(Failure? Refusal, Share? Through, IReadOnlyList<RuleOutcome> Rules)
{
    public bool IsGranted => Refusal is null;
}
