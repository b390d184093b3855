namespace Shares.Core;

/// <summary>Bounds of the contract. A request outside them is refused before anything is read or written.</summary>
public static class Limits
{
    public const int TagsPerDataset = 40;
    public const int KeywordsPerShare = 20;
    public const int ConditionsPerShare = 100;
    public const int ProjectsPerShare = 1000;
    public const int ClassificationsPerShare = 100;

    /// <summary>Grants of shared datasets in one session: the slots of the session roles' policies.</summary>
    public const int GrantsPerSession = 20;

    /// <summary>Bytes of an access point's or bucket's policy that S3 accepts.</summary>
    public const int PolicyBytes = 20_480;

    /// <summary>The longest session: AWS allows one hour when a role assumes another one.</summary>
    public static readonly TimeSpan SessionLifetime = TimeSpan.FromHours(1);

    /// <summary>How long storage refuses revoked sessions: until the last of them has ended, and some more for clocks that differ.</summary>
    public static readonly TimeSpan RevocationKept = SessionLifetime + TimeSpan.FromMinutes(5);
}
