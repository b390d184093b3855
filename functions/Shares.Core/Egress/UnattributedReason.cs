namespace Shares.Core.Egress;

/// <summary>Why a record of the trail counts for no publisher. The first that applies, in this order.</summary>
public enum UnattributedReason
{
    /// <summary>It is not JSON, is cut off, or has neither a request id nor an event id.</summary>
    Unreadable,

    /// <summary>Its time is missing, in the future, or too long ago to tell whether it was counted before.</summary>
    TimeImplausible,
    OtherService,

    /// <summary>Shares tried itself out: see <see cref="Canaries.CanaryIdentity"/>.</summary>
    Canary,

    /// <summary>An event of S3 that is not the reading of an object.</summary>
    OtherEvent,

    /// <summary>The count of bytes is missing, negative, or over what an object can have. Counts as no bytes.</summary>
    ByteCountImplausible,

    /// <summary>It names no access point of a share in this account and Region.</summary>
    UnknownAccessPoint,
    KeyOutsideDatasets,

    /// <summary>The session is none that was vended for a subscriber.</summary>
    UnknownSession,

    /// <summary>Neither the share nor the bucket leads to a project.</summary>
    UnknownPublisher,
}
