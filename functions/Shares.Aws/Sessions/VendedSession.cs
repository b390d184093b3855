namespace Shares.Aws.Sessions;

/// <summary>What came of asking for a session.</summary>
public abstract record VendedSession
{
    private VendedSession() { }

    public sealed record Vended(VendedCredentials Credentials) : VendedSession;

    /// <summary>The tags are over a limit of packed size that only STS can tell: ask for several sessions with fewer grants each.</summary>
    public sealed record TooManyTags : VendedSession;

    /// <summary>STS cannot be reached, is overloaded, or refuses us the role; the reason is in the log.</summary>
    public sealed record Unavailable : VendedSession;
}
