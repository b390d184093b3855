namespace Shares.Web.Paging;

/// <summary>Keeps a list within what Lambda can answer, 6 MB. Only very long texts ever come near.</summary>
public sealed class AnswerSize
{
    private const int MaxBytes = 5_000_000;

    /// <summary>Of an entry beside its texts: names of members, punctuation, numbers, a time.</summary>
    private const int BytesAround = 100;

    /// <summary>What JSON makes of a character at most.</summary>
    private const int BytesPerCharacter = 6;

    private long _bytes;

    /// <summary>Counts an entry; false when it does not fit any more. The first one always does.</summary>
    /// <param name="name">Any text, or all of them in a row.</param>
    /// <param name="url">A text in which every character is ASCII, and few of them are ones that JSON escapes.</param>
    public bool Takes(string name, string url = "")
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(url);
        var bytes = (name.Length * BytesPerCharacter) + url.Length + BytesAround;
        if (_bytes > 0 && _bytes + bytes > MaxBytes) return false;
        _bytes += bytes;
        return true;
    }
}
