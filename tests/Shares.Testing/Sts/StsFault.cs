namespace Shares.Testing.Sts;

/// <summary>How STS goes wrong when it is asked for a session.</summary>
public enum StsFault
{
    /// <summary>Too many calls of the account.</summary>
    Throttled,

    /// <summary>An error of the server.</summary>
    ServerError,

    /// <summary>The role does not trust us, or our policy does not allow it.</summary>
    Refused,

    /// <summary>Our clock is off by more than a signature may be old.</summary>
    SignatureTooOld,

    /// <summary>The tags are too many, however few they are.</summary>
    TooManyTags,

    /// <summary>Nobody is there.</summary>
    NotReached,

    /// <summary>The session is made, and its answer is lost.</summary>
    AnswerLost,

    /// <summary>The session is made, and its answer comes after nobody waits any more.</summary>
    TimedOut,

    /// <summary>The answer is a page of a proxy.</summary>
    NotXml,

    /// <summary>The answer breaks off in the middle.</summary>
    Truncated,

    /// <summary>The answer is well formed and holds no credentials.</summary>
    NoCredentials,

    /// <summary>One of the three secrets is not there.</summary>
    NoToken,

    /// <summary>The session does not say when it ends.</summary>
    NoEnd,

    /// <summary>The session was issued later than it can have been by our clock.</summary>
    ClockAhead,

    /// <summary>The session is over when it arrives.</summary>
    ClockBehind,
}
