using System.Text;
using System.Text.RegularExpressions;
using Shares.Local.Identity;
using Shares.Local.Signing;

namespace Shares.Local.S3.Http;

/// <summary>What host and path of a request name.</summary>
/// <param name="Bucket">A bucket's name, an access point's alias or <c>{access point}-{account}</c>; empty for the service itself.</param>
/// <param name="AccessPoint">The name of an access point that was named as such, by ARN or by its own host.</param>
/// <param name="Key">Empty for the bucket itself. Exactly the decoded bytes as sent: <c>..</c> is part of the key.</param>
public sealed partial record S3Address(string Bucket, string? AccessPoint, string Key)
{
    // Longest first. What stands before one of them is a bucket.
    private static readonly string[] Suffixes =
        [$".s3.{LocalAccount.Region}.amazonaws.com", ".s3.amazonaws.com", ".s3.localhost", ".localhost"];

    private static readonly string[] ServiceHosts =
        [$"s3.{LocalAccount.Region}.amazonaws.com", "s3.amazonaws.com", "s3.localhost"];

    /// <returns><see langword="null"/> when the path is not UTF-8.</returns>
    public static S3Address? Of(string host, RequestTarget target)
    {
        string path;
        try
        {
            path = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(UriEncoding.Decode(target.Path))[1..];
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        if (AccessPointHost().Match(host) is { Success: true } match) return new("", match.Groups["name"].Value, path);
        var suffix = ServiceHosts.Contains(host) ? null : Suffixes.FirstOrDefault(end => host.EndsWith(end, StringComparison.Ordinal));
        return suffix is null ? OfPath(path) : new(host[..^suffix.Length], null, path);
    }

    /// <param name="path">Decoded, without the first slash.</param>
    public static S3Address OfPath(string path)
    {
        if (AccessPointArn().Match(path) is { Success: true } arn) return new("", arn.Groups["name"].Value, arn.Groups["key"].Value);
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new(path, null, "") : new(path[..slash], null, path[(slash + 1)..]);
    }

    [GeneratedRegex($@"\A(?<name>[a-z0-9-]+)-{LocalAccount.Id}\.s3-accesspoint\.({LocalAccount.Region}\.amazonaws\.com|localhost)\z")]
    private static partial Regex AccessPointHost();

    // Sent by clients that address an access point by ARN in the path; the slash of the ARN may be encoded or not.
    [GeneratedRegex($@"\Aarn:aws:s3:{LocalAccount.Region}:{LocalAccount.Id}:accesspoint[/:](?<name>[^/]+)(/(?<key>.*))?\z", RegexOptions.Singleline)]
    private static partial Regex AccessPointArn();
}
