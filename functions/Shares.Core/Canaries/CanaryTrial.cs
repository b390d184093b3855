namespace Shares.Core.Canaries;

/// <summary>What the canary tries, from the Internet. Written as in <see cref="ContractName"/>.</summary>
public enum CanaryTrial
{
    /// <summary>Reading and listing through the download access point: must work.</summary>
    Download,

    /// <summary>A presigned URL of the download access point: must work.</summary>
    PresignedDownload,

    /// <summary>A presigned URL that was signed more than 15 minutes ago. This one and all that follow must be refused.</summary>
    OldSignature,

    /// <summary>A dataset that the session is not for.</summary>
    OtherDataset,

    /// <summary>A session of another role than the access point's.</summary>
    OtherRole,

    /// <summary>The bucket itself instead of the access point.</summary>
    DirectlyOnBucket,

    /// <summary>The analyze access point from outside the pipelines' VPC.</summary>
    OutsideVpc,

    /// <summary>A presigned URL of the analyze access point.</summary>
    PresignedAnalysis,

    /// <summary>A session from before its project lost access.</summary>
    AfterRevocation,
}

/// <summary>How one trial ended.</summary>
/// <param name="AccessPoint">The name of the access point that the session is for.</param>
public sealed record TrialOutcome(CanaryTrial Trial, string AccessPoint, bool Passed);
