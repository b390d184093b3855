namespace Shares.Hosting.RuntimeApi;

/// <summary>What the Runtime API says to a response or an error.</summary>
internal enum RuntimeApiAnswer
{
    Accepted,

    /// <summary>Over 6 MiB and 100 bytes: Lambda has answered the caller itself.</summary>
    TooLarge,

    /// <summary>The invocation is over for Lambda, for example because its time was up.</summary>
    Refused,
}
