namespace Shares.Aws.Sessions;

/// <summary>What came of asking for a session.</summary>
public abstract record VendedSession
{
    private VendedSession() { }

    /// <param name="IssuedAt">By STS's clock, in whole seconds: what storage compares with the moments of revocations.</param>
    public sealed record Vended(VendedCredentials Credentials, DateTimeOffset IssuedAt) : VendedSession;

    /// <summary>The tags are over a limit of packed size that only STS can tell: ask for several sessions with fewer grants each.</summary>
    public sealed record TooManyTags : VendedSession;

    /// <summary>STS cannot be reached, is overloaded, refuses us the role, or answers what cannot be used; the reason is in the log.</summary>
    public sealed record Unavailable : VendedSession;
}
