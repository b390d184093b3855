using System.Diagnostics.CodeAnalysis;

namespace Shares.Core.Ids;

/// <summary>
/// A person, as the token issuer names them (<c>sub</c>): 1..128 characters without control characters or lone surrogates.
/// Case-sensitive.
/// </summary>
public readonly record struct UserId
{
    private readonly string? _value;

    private UserId(string value) => _value = value;

    public static bool TryParse([NotNullWhen(true)] string? text, out UserId id)
    {
        var valid = text is not null && TextRule.UserId.Accepts(text);
        id = valid ? new UserId(text!) : default;
        return valid;
    }

    /// <exception cref="FormatException">The text breaks the rule above; stored values never do.</exception>
    public static UserId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("Not a user id.");

    public override string ToString() => _value ?? "";
}
