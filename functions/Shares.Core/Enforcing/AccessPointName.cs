using System.Globalization;
using System.Text.RegularExpressions;
using Shares.Core.Ids;

namespace Shares.Core.Enforcing;

/// <summary>Who reads through an access point: pipelines, or people who download.</summary>
public enum AccessPointKind
{
    Analyze,
    Download,
}

/// <summary>
/// Name of an access point of a share: <c>shr-{share id, 32 hex}-a{generation}</c> or <c>-d{generation}</c>. Carries no words of
/// people, because names of access points are public in DNS.
/// </summary>
public readonly partial record struct AccessPointName(ShareId ShareId, AccessPointKind Kind, int Generation)
{
    /// <summary>What the names of all our access points begin with, and of nobody else's.</summary>
    public const string Prefix = "shr-";

    /// <summary>Names have room for no more.</summary>
    public const int LastGeneration = 999_999_999;

    public static bool TryParse(string? text, out AccessPointName name)
    {
        name = default;
        var match = Pattern().Match(text ?? "");
        if (!match.Success || !UuidId.TryParseHex<ShareId>(match.Groups[1].Value, out var share)) return false;
        var kind = match.Groups[2].Value == "a" ? AccessPointKind.Analyze : AccessPointKind.Download;
        if (!int.TryParse(match.Groups[3].Value, CultureInfo.InvariantCulture, out var generation)) return false;
        name = new AccessPointName(share, kind, generation);
        return true;
    }

    /// <exception cref="FormatException">The text is no such name; stored values always are.</exception>
    public static AccessPointName Parse(string text) =>
        TryParse(text, out var name) ? name : throw new FormatException("Not an access point of a share.");

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{ShareId.Hex()}-{(Kind == AccessPointKind.Analyze ? 'a' : 'd')}{Generation}");

    [GeneratedRegex("^shr-([0-9a-f]{32})-([ad])([1-9][0-9]{0,8})\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
