namespace Shares.Core.Failures;

/// <summary>Every reason for which a request is refused. Written as in <see cref="ContractName"/>; each has one HTTP status.</summary>
public enum ErrorCode
{
    ValidationFailed,
    BadPageToken,
    MalformedBody,
    RoleTooLow,

    /// <summary>The publisher's project does not allow its datasets to be shared.</summary>
    SharingDisabled,
    ShareIsAnalyzeOnly,
    DownloadsSuspended,

    /// <summary>The calling role is not the pipeline role of the project.</summary>
    NotYourPipelineRole,
    NotFound,
    AlreadyExists,

    /// <summary>Lost a race against other writers, after retries.</summary>
    Conflict,
    IdempotencyKeyReused,
    VersionMismatch,
    BodyTooLarge,
    UnsupportedMediaType,
    TooManyRequests,

    /// <summary>Storage does not enforce the latest change yet; trying again shortly succeeds.</summary>
    NotReady,
    StoreUnavailable,
}
