using System.Globalization;

namespace Shares.Local.Signing;

/// <summary>Day, Region and service that a signing key is limited to.</summary>
/// <param name="Date"><c>yyyyMMdd</c>.</param>
public sealed record CredentialScope(string Date, string Region, string Service)
{
    public const string TimestampFormat = "yyyyMMdd'T'HHmmss'Z'";

    public override string ToString() => $"{Date}/{Region}/{Service}/aws4_request";

    /// <summary>Reads <c>{access key}/{date}/{region}/{service}/aws4_request</c>.</summary>
    public static (string AccessKeyId, CredentialScope Scope)? ParseCredential(string text)
    {
        var parts = text.Split('/');
        return parts is [{ Length: > 0 } key, { Length: 8 } date, { Length: > 0 } region, { Length: > 0 } service, "aws4_request"]
            ? (key, new(date, region, service))
            : null;
    }

    public static DateTimeOffset? ParseTimestamp(string? text) =>
        DateTimeOffset.TryParseExact(text, TimestampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
