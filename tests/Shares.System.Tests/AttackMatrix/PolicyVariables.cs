using System.Text.RegularExpressions;

namespace Shares.SystemTests.AttackMatrix;

internal static partial class PolicyVariables
{
    private const string OfTags = "aws:PrincipalTag/";

    /// <summary>Names of the variables in a policy's text, such as <c>aws:PrincipalTag/ap01</c>.</summary>
    public static IEnumerable<string> In(string text) => Variable().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    /// <summary>Those that are session tags, without what comes before the tag's name.</summary>
    public static IEnumerable<string> TagsIn(string text) =>
        In(text).Where(name => name.StartsWith(OfTags, StringComparison.Ordinal)).Select(name => name[OfTags.Length..]);

    [GeneratedRegex(@"\$\{([^}]+)\}")]
    private static partial Regex Variable();
}
