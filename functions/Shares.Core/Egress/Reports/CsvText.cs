using System.Buffers;

namespace Shares.Core.Egress.Reports;

/// <summary>Texts as cells of comma-separated values.</summary>
public static class CsvText
{
    /// <summary>
    /// What makes a spreadsheet take a cell for a formula when it comes first (owasp.org/www-community/attacks/CSV_Injection), and the same
    /// characters in full width, which some of them read as these.
    /// </summary>
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    /// <summary>Beside what RFC 4180 names, what programs that guess take for the end of a cell.</summary>
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n;\t|");

    /// <summary>
    /// The text as it stands between two commas. One that would be run as a formula has an apostrophe in front: spreadsheets show it as text,
    /// programs that read the file see the apostrophe.
    /// </summary>
    public static string Cell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var harmless = StartsFormula(text) ? "'" + text : text;
        return harmless.AsSpan().ContainsAny(Quoted) || harmless.AsSpan().Trim().Length < harmless.Length
            ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : harmless;
    }

    // Some skip blanks before they look.
    private static bool StartsFormula(ReadOnlySpan<char> text) =>
        !text.IsEmpty && (FormulaStarts.Contains(text[0]) || (text.TrimStart() is { IsEmpty: false } rest && FormulaStarts.Contains(rest[0])));
}
