using System.Globalization;
using static Shares.Local.Signing.SignatureFailures;
using static Shares.Local.Signing.SignatureResult;

namespace Shares.Local.Signing;

/// <summary>Reads a signature from the query parameters of a presigned URL.</summary>
public static class PresignedQuery
{
    public const string SignatureName = "X-Amz-Signature";
    private const int WeekInSeconds = 604_800;

    public static bool IsPresent(RequestTarget target) => target.Has("X-Amz-Algorithm") || target.Has(SignatureName);

    public static (SignatureClaim? Claim, Failed? Failure) Read(RequestTarget target)
    {
        if (target.Single("X-Amz-Algorithm") is not { } algorithm || target.Single("X-Amz-Credential") is not { } credential
            || target.Single(SignatureName) is not { } signature || target.Single("X-Amz-Date") is not { } date
            || target.Single("X-Amz-SignedHeaders") is not { } signedHeaders || target.Single("X-Amz-Expires") is not { } expires)
        {
            return (null, MalformedQuery("Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, "
                + "X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters."));
        }

        if (algorithm != AuthorizationHeader.Algorithm)
            return (null, MalformedQuery("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\""));
        if (CredentialScope.ParseCredential(credential) is not { } parsed)
            return (null, MalformedQuery("Error parsing the X-Amz-Credential parameter; the Credential is mal-formed."));
        if (CredentialScope.ParseTimestamp(date) is not { } signedAt)
            return (null, MalformedQuery("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\""));
        if (!int.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds < 1)
            return (null, MalformedQuery("X-Amz-Expires must be a number of seconds, at least 1"));
        if (seconds > WeekInSeconds)
            return (null, MalformedQuery("X-Amz-Expires must be at most a week, 604800 seconds"));
        return (new SignatureClaim(AuthType.QueryString, parsed.AccessKeyId, parsed.Scope, signedHeaders.Split(';'), signature,
            signedAt, TimeSpan.FromSeconds(seconds), target.Single("X-Amz-Security-Token")), null);
    }
}
