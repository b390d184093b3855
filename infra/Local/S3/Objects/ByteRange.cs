using System.Globalization;

namespace Shares.Local.S3.Objects;

/// <summary>Part of an object.</summary>
public readonly record struct ByteRange(long Offset, long Length)
{
    /// <summary>Reads <c>bytes=first-last</c>, <c>bytes=first-</c> or <c>bytes=-suffix</c>. Anything else is ignored, as RFC 9110 says.</summary>
    /// <returns>The range, <see langword="null"/> for the whole object, or that it cannot be satisfied.</returns>
    public static (ByteRange? Range, bool IsUnsatisfiable) Parse(string header, long size)
    {
        if (!header.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase)) return (null, false);
        var parts = header["bytes=".Length..].Split('-');
        if (parts is not [var first, var last]) return (null, false);
        if (first.Length == 0)
        {
            if (Number(last) is not { } suffix) return (null, false);
            var length = Math.Min(suffix, size);
            return length == 0 ? (null, true) : (new ByteRange(size - length, length), false);
        }

        if (Number(first) is not { } from) return (null, false);
        var to = last.Length == 0 ? size - 1 : Number(last);
        if (to is null || (last.Length > 0 && to < from)) return (null, false);
        return from >= size ? (null, true) : (new ByteRange(from, Math.Min(to.Value, size - 1) - from + 1), false);
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
