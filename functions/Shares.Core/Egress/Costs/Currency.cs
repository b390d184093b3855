using System.Diagnostics.CodeAnalysis;

namespace Shares.Core.Egress.Costs;

/// <summary>A currency by its ISO 4217 code: three upper-case letters. The default value is none of them and has the code "".</summary>
public readonly record struct Currency
{
    private readonly string? _code;

    private Currency(string code) => _code = code;

    /// <summary>What AWS bills in unless an account has chosen another one.</summary>
    public static readonly Currency Usd = new("USD");

    public static bool TryParse([NotNullWhen(true)] string? code, out Currency currency)
    {
        var valid = code is { Length: 3 } && code.All(char.IsAsciiLetterUpper);
        currency = valid ? new Currency(code!) : default;
        return valid;
    }

    /// <exception cref="FormatException">The text is no such code.</exception>
    public static Currency Parse(string code) =>
        TryParse(code, out var currency) ? currency : throw new FormatException("Not the code of a currency.");

    public override string ToString() => _code ?? "";
}
