using System.Text;

namespace Shares.Core;

/// <summary>
/// What a text from people may be: trimmed, of bounded length counted in Unicode code points, without control characters and
/// lone surrogates. Everything else of Unicode is allowed; nothing is folded or normalized.
/// </summary>
public sealed record TextRule(int MinLength, int MaxLength, bool AllowLineBreaks = false)
{
    public static readonly TextRule Name = new(1, 120);
    public static readonly TextRule Description = new(0, 4000, AllowLineBreaks: true);
    public static readonly TextRule Tag = new(1, 120);
    public static readonly TextRule Keyword = new(1, 60);
    public static readonly TextRule UserId = new(1, 128);
    public static readonly TextRule ProcessId = new(1, 120);

    /// <summary>The trimmed text, or null when the rule refuses it.</summary>
    public string? Normalize(string? text)
    {
        var trimmed = text?.Trim();
        return trimmed is not null && Accepts(trimmed) ? trimmed : null;
    }

    /// <summary>Whether the text, already trimmed, keeps the rule.</summary>
    public bool Accepts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var length = 0;
        for (var rest = text.AsSpan(); !rest.IsEmpty; length++)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != System.Buffers.OperationStatus.Done) return false;
            if (Rune.IsControl(rune) && !(AllowLineBreaks && rune.Value is '\n' or '\r' or '\t')) return false;
            rest = rest[used..];
        }

        return length >= MinLength && length <= MaxLength && text.Trim().Length == text.Length;
    }

    /// <summary>The rule in words, for the message to the person who broke it.</summary>
    public override string ToString() =>
        MinLength == 0
            ? $"at most {MaxLength} characters and no control characters"
            : $"{MinLength} to {MaxLength} characters and no control characters";
}
