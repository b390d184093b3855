using System.Globalization;
using Microsoft.Extensions.Primitives;
using Shares.Local.S3.Storage;

namespace Shares.Local.S3.Objects;

/// <summary>The conditional headers of HTTP (RFC 9110, section 13), in S3's order of precedence.</summary>
public static class Preconditions
{
    /// <param name="prefix">Empty for a read, <c>x-amz-copy-source-</c> for the source of a copy.</param>
    /// <returns>0 to go on, or 304 or 412.</returns>
    public static int Read(IHeaderDictionary headers, StoredObject stored, string prefix = "")
    {
        if (headers.TryGetValue(prefix + "if-match", out var match))
        {
            if (!Matches(match, stored)) return 412;
        }
        else if (Time(headers[prefix + "if-unmodified-since"]) is { } unmodified && Seconds(stored) > unmodified) return 412;

        if (headers.TryGetValue(prefix + "if-none-match", out var noneMatch)) return Matches(noneMatch, stored) ? 304 : 0;
        return Time(headers[prefix + "if-modified-since"]) is { } modified && Seconds(stored) <= modified ? 304 : 0;
    }

    /// <summary>Judges a write by what the key holds at that moment.</summary>
    public static Func<StoredObject?, bool> Write(IHeaderDictionary headers) => current =>
        (!headers.TryGetValue("If-Match", out var match) || (current is not null && Matches(match, current)))
        && (!headers.TryGetValue("If-None-Match", out var noneMatch) || current is null || !Matches(noneMatch, current));

    private static bool Matches(StringValues header, StoredObject stored) => header.ToString()
        .Split(',', StringSplitOptions.TrimEntries)
        .Any(tag => tag == "*" || tag.Trim('"') == stored.ETag);

    private static DateTimeOffset? Time(StringValues header) =>
        DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static DateTimeOffset Seconds(StoredObject stored) => DateTimeOffset.FromUnixTimeSeconds(stored.LastModified.ToUnixTimeSeconds());
}
