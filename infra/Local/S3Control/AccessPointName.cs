using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Shares.Local.S3Control;

/// <summary>The naming rules of access points: 3 to 50 of a-z, 0-9 and hyphen, not like an alias.</summary>
public static partial class AccessPointName
{
    private const int AliasLength = 63;
    private const string AliasSuffix = "-s3alias";
    private const int RandomLength = 34;

    public static bool IsValid(string name) => Pattern().IsMatch(name) && !IsAlias(name);

    public static bool IsAlias(string bucket) => bucket.EndsWith(AliasSuffix, StringComparison.Ordinal);

    /// <returns><c>{beginning of the name}-{random}-s3alias</c>, at most 63 characters.</returns>
    public static string NewAlias(string name)
    {
        var random = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", RandomLength);
        var beginning = name[..Math.Min(name.Length, AliasLength - AliasSuffix.Length - RandomLength - 1)].TrimEnd('-');
        return $"{beginning}-{random}{AliasSuffix}";
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{1,48}[a-z0-9]\z")]
    private static partial Regex Pattern();
}
