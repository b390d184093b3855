using System.Globalization;

namespace Shares.Model.Tests.Rules;

/// <summary>Bounds of texts, and how times are written.</summary>
public static class Texts
{
    public const int Name = 120;
    public const int Description = 4000;
    public const int Tag = 120;
    public const int Keyword = 60;
    public const int User = 128;
    public const int ProcessId = 120;

    /// <summary>Whether the text, without blanks around it, has so many characters, and none that controls.</summary>
    public static bool IsValid(string? text, int least, int most)
    {
        if (text is null) return least == 0;
        var characters = text.Trim().EnumerateRunes().ToList();
        return characters.Count >= least && characters.Count <= most
            && characters.TrueForAll(c => CharUnicodeInfo.GetUnicodeCategory(c.Value) != UnicodeCategory.Control || (most == Description && c.Value == '\n'));
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Whether it is written so; then the order of times is that of their texts.</summary>
    public static bool IsTime(string text) => text.Length == 20 && text.EndsWith('Z');

    public static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
