namespace Shares.Provisioning.Tests.Faults;

/// <summary>How S3 goes wrong.</summary>
public enum Fault
{
    /// <summary>Throttled, or an error of the server, again and again during the run.</summary>
    Refused,

    /// <summary>The change is made, and its answer is lost.</summary>
    AnswerLost,

    /// <summary>Changes are not seen for a while: reading shows what was before, and who writes is told that nothing is there.</summary>
    NotSeenYet,
}
