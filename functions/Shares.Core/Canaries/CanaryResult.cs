namespace Shares.Core.Canaries;

/// <summary>What the canary found when it last tried a share. Trials that S3 gave no clear answer to are left out.</summary>
public sealed record CanaryResult(DateTimeOffset TriedAt, IReadOnlyList<TrialOutcome> Trials)
{
    public bool Passed => Trials.All(trial => trial.Passed);

    /// <summary>Why the share is not enforced although its policies were read back; null when all is as it must be.</summary>
    public string? Reason => Passed
        ? null
        : $"Tried out from the Internet: {string.Join(' ', Trials.Where(trial => !trial.Passed).Select(trial => Sentence(trial.Trial)).Distinct())}";

    /// <summary>
    /// A failure counts until the same trial has passed: what was not tried this time, or had no clear answer, has failed as before.
    /// </summary>
    /// <param name="isGone">What a failure can no longer be about.</param>
    public CanaryResult Keeping(CanaryResult? before, Func<TrialOutcome, bool> isGone)
    {
        var failed = (before?.Trials ?? []).Where(old => !old.Passed && !isGone(old) && !Trials.Any(trial => (trial.Trial, trial.AccessPoint) == (old.Trial, old.AccessPoint)));
        return this with { Trials = [.. Trials, .. failed.Distinct()] };
    }

    private static string Sentence(CanaryTrial trial) => trial switch
    {
        CanaryTrial.Download => "a download that the share allows is refused.",
        CanaryTrial.PresignedDownload => "a presigned URL that the share allows is refused.",
        CanaryTrial.OldSignature => "a presigned URL is accepted more than 15 minutes after it was signed.",
        CanaryTrial.OtherDataset => "a session reads a dataset that it is not for.",
        CanaryTrial.OtherRole => "a session of another role reads through the download access point.",
        CanaryTrial.DirectlyOnBucket => "a session of the share reads the bucket directly.",
        CanaryTrial.OutsideVpc => "a pipeline's session reads from outside the VPC.",
        CanaryTrial.PresignedAnalysis => "a presigned URL of a pipeline's session is accepted.",
        _ => "a session is accepted that was issued before its project lost access.",
    };
}
