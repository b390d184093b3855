namespace Shares.Billing.Tests.Faults;

/// <summary>How a call to AWS goes wrong.</summary>
public enum Fault
{
    /// <summary>It never arrives, nor does any repetition of it during the run.</summary>
    NotArrived,

    /// <summary>It changes what it was to change, and its answer is lost. Clients of the SDK repeat it; others fail.</summary>
    AnswerLost,

    /// <summary>It changes what it was to change, and the process dies.</summary>
    Death,
}
