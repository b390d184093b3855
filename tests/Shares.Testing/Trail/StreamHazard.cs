namespace Shares.Testing.Trail;

/// <summary>What makes it hard to count each request of a stream once.</summary>
public enum StreamHazard
{
    RepeatedInABatch,
    RepeatedAcrossBatches,

    /// <summary>What corrects a record comes before it.</summary>
    CorrectionComesFirst,
    CorrectionInAnotherBatch,
    CorrectionIntoAnotherRow,

    /// <summary>Two records of one request of which neither corrects the other.</summary>
    SecondRecord,
    Refused,
    OtherEvent,
    NegativeCount,
    ClockFarOff,
    UnknownPublisher,
    Unreadable,
    MoreThanATransactionTakes,
}
