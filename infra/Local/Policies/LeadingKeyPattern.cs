using System.Text.Json.Nodes;

namespace Shares.Local.Policies;

/// <summary>
/// What a policy compares the partition keys of a request with. Every item has another key, but all keys that match the same
/// patterns of a policy get the same answer from it.
/// </summary>
/// <param name="IsGlob">Whether <c>*</c> and <c>?</c> stand for others.</param>
internal sealed record LeadingKeyPattern(bool IsGlob, string Text)
{
    public const string ConditionKey = "dynamodb:LeadingKeys";

    /// <returns><see langword="null"/> for a comparison that is not with a fixed text or pattern.</returns>
    public static LeadingKeyPattern? Read(string comparison, JsonNode? value)
    {
        if (value is not JsonValue json || !json.TryGetValue<string>(out var text) || text.Contains("${", StringComparison.Ordinal)) return null;
        var name = comparison[(comparison.LastIndexOf(':') + 1)..];
        if (name.EndsWith("IfExists", StringComparison.Ordinal)) name = name[..^"IfExists".Length];
        return name switch
        {
            "StringLike" or "StringNotLike" => new(true, text),
            "StringEquals" or "StringNotEquals" => new(false, text),
            _ => null,
        };
    }

    public bool Matches(string partitionKey) => IsGlob ? Glob.Matches(Text, partitionKey) : Text == partitionKey;
}
