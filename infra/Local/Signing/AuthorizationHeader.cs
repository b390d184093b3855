using System.Globalization;
using static Shares.Local.Signing.SignatureFailures;
using static Shares.Local.Signing.SignatureResult;

namespace Shares.Local.Signing;

/// <summary>Reads a signature from <c>Authorization: AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…</c>.</summary>
public static class AuthorizationHeader
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    public static (SignatureClaim? Claim, Failed? Failure) Read(IHeaderDictionary headers)
    {
        var text = headers.Authorization.ToString();
        if (!text.StartsWith(Algorithm + " ", StringComparison.Ordinal)) return (null, UnsupportedMechanism);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !fields.TryAdd(part[..equals], part[(equals + 1)..])) return (null, MalformedHeader("a field is not NAME=VALUE."));
        }

        if (!fields.TryGetValue("Credential", out var credential) || CredentialScope.ParseCredential(credential) is not { } parsed)
            return (null, MalformedHeader("the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\"."));
        if (!fields.TryGetValue("SignedHeaders", out var signedHeaders) || !fields.TryGetValue("Signature", out var signature))
            return (null, MalformedHeader("SignedHeaders or Signature is missing."));
        if (SignedAt(headers) is not { } signedAt)
            return (null, new(403, "AccessDenied", "AWS authentication requires a valid Date or x-amz-date header"));
        var token = headers["x-amz-security-token"];
        return (new SignatureClaim(AuthType.Header, parsed.AccessKeyId, parsed.Scope, signedHeaders.Split(';'), signature,
            signedAt, ValidFor: null, token.Count == 0 ? null : token.ToString()), null);
    }

    private static DateTimeOffset? SignedAt(IHeaderDictionary headers) =>
        headers.TryGetValue("x-amz-date", out var stamp) ? CredentialScope.ParseTimestamp(stamp)
        : CredentialScope.ParseTimestamp(headers.Date) is { } time ? time
        : DateTimeOffset.TryParseExact(headers.Date, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date
        : null;
}
