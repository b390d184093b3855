namespace Shares.Data.Store;

/// <summary>
/// Texts of people inside keys. <c>#</c> separates the parts of a key, so a text never holds one: <c>%</c> is written <c>%25</c> and
/// <c>#</c> is written <c>%23</c>. Different texts stay different, and a beginning of a text stays a beginning of it.
/// <para>
/// Sizes: the longest texts in keys are user ids of 128 code points. Escaped, one takes at most 4 bytes of UTF-8 (nothing of more
/// than one byte is escaped), so 512 bytes in all: within DynamoDB's 1,024 bytes of a sort key and 2,048 of a partition key
/// together with every prefix in use, so that no text has to be cut or hashed.
/// </para>
/// </summary>
public static class KeyText
{
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("%", "%25", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal);
    }

    /// <summary>Reads what <see cref="Escape"/> wrote.</summary>
    public static string Unescape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("%23", "#", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
    }

    /// <summary>
    /// Compares as the table sorts keys: by UTF-8 bytes, which is code point by code point. Differs from comparing UTF-16 where
    /// characters beyond U+FFFF meet those from U+E000 on.
    /// </summary>
    public static int Compare(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var same = one.AsSpan().CommonPrefixLength(other);
        if (same == one.Length || same == other.Length) return one.Length - other.Length;
        return Rank(one[same]) - Rank(other[same]);
    }

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + char.MaxValue : unit;

    /// <summary>For searching without regard to case: upper case, one code point for one.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ToUpperInvariant();
    }
}
