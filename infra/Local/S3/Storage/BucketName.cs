using System.Text.RegularExpressions;

namespace Shares.Local.S3.Storage;

/// <summary>The naming rules of buckets: 3 to 63 of a-z, 0-9, dot and hyphen, and not the shape of something else.</summary>
public static partial class BucketName
{
    public static bool IsValid(string name) =>
        Pattern().IsMatch(name)
        && !name.Contains("..", StringComparison.Ordinal)
        && !name.StartsWith("xn--", StringComparison.Ordinal)
        && !name.EndsWith("-s3alias", StringComparison.Ordinal)
        && !System.Net.IPAddress.TryParse(name, out _);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex Pattern();
}
