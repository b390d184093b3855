using Shares.Core;
using Shares.Core.Canaries;

namespace Shares.Api.GetEnforcement;

/// <summary>What trying the share out from the Internet found: what must be refused was refused, and what must work did.</summary>
internal sealed record CanaryBody(bool Passed, DateTimeOffset TriedAt, IReadOnlyList<TrialBody> Trials)
{
    public static CanaryBody From(CanaryResult result) => new(
        result.Passed, result.TriedAt, [.. result.Trials.Select(trial => new TrialBody(ContractName.Of(trial.Trial), trial.AccessPoint, trial.Passed))]);
}

/// <param name="Trial">
/// DOWNLOAD and PRESIGNED_DOWNLOAD must work; OLD_SIGNATURE, OTHER_DATASET, OTHER_ROLE, DIRECTLY_ON_BUCKET, OUTSIDE_VPC, PRESIGNED_ANALYSIS and
/// AFTER_REVOCATION must be refused.
/// </param>
/// <param name="AccessPoint">The name of the one that the session was for.</param>
internal sealed record TrialBody(string Trial, string AccessPoint, bool Passed);
