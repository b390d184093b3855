using Amazon.SecurityToken.Model;
using Shares.Core.Enforcing;

namespace Shares.Aws.Sessions;

/// <summary>
/// What STS answered to AssumeRole, if it can be used. STS tells the end of a session and not when it was issued; the end is the issue and the
/// lifetime that was asked for.
/// </summary>
internal static class SessionAnswer
{
    public const string Malformed = "MalformedAnswer";

    /// <summary>STS's clock is ahead of ours by more than moments of revocations allow for: such a session might outlive its revocation.</summary>
    public const string ClockAhead = "ClockAhead";

    /// <summary>By our clock the session is over.</summary>
    public const string ClockBehind = "ClockBehind";

    /// <param name="now">When the answer had arrived.</param>
    public static (VendedSession.Vended? Session, string? Wrong) Read(Credentials? answer, TimeSpan lifetime, DateTimeOffset now)
    {
        if (answer is not { AccessKeyId.Length: > 0, SecretAccessKey.Length: > 0, SessionToken.Length: > 0, Expiration: { } end }) return (null, Malformed);
        var expiresAt = new DateTimeOffset(end.ToUniversalTime());
        if (expiresAt <= now) return (null, ClockBehind);
        var issuedAt = DateTimeOffset.FromUnixTimeSeconds((expiresAt - lifetime).ToUnixTimeSeconds());
        if (issuedAt > now + Revocation.ClockDifference) return (null, ClockAhead);
        return (new(new(answer.AccessKeyId, answer.SecretAccessKey, answer.SessionToken, expiresAt), issuedAt), null);
    }
}
