using System.Text.Json;

namespace Shares.Core.Egress.Trail;

/// <summary>
/// Reads JSON from a stream through a window that holds the part at hand, so that memory does not grow with the length of the stream. Tokens
/// are whole within the window; when one does not fit, the window widens.
/// </summary>
internal sealed class JsonWindow(Stream json)
{
    /// <summary>CloudTrail's largest record has 1 MB, and a record in a log's message gets longer by its escapes.</summary>
    private const int Widest = 4 * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isLast;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = 128 });

    /// <summary>A reader of what is in the window from where <see cref="Accept"/> was called last.</summary>
    public Utf8JsonReader Reader => new(_buffer.AsSpan(_start.._end), _isLast, _state);

    /// <summary>What is in the window from there on, as it is.</summary>
    public ReadOnlySpan<byte> Rest => _buffer.AsSpan(_start.._end);

    /// <summary>Part of what <see cref="Reader"/> reads, by positions in that.</summary>
    public ReadOnlySpan<byte> Text(int start, int end) => _buffer.AsSpan(_start + start, end - start);

    /// <summary>Goes on after what this reader has read.</summary>
    public void Accept(scoped in Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    /// <summary>Goes on after a text that somebody else has read. The reader is told that there was an empty one, and so knows where it is.</summary>
    /// <param name="length">Of the text with what stands before it and its quotes.</param>
    public void AcceptText(int length)
    {
        var reader = new Utf8JsonReader("\"\""u8, isFinalBlock: false, _state);
        if (!reader.Read()) throw new JsonException("There is no text here.");
        _start += length;
        _state = reader.CurrentState;
    }

    /// <summary>Brings more of the stream into the window. Texts that a reader gave are then no longer there.</summary>
    /// <returns>False when there is no more, or a token is wider than the window may be.</returns>
    public bool TryFill()
    {
        if (_isLast) return false;
        if (_end - _start >= _buffer.Length / 2)
        {
            if (_buffer.Length >= Widest) return false;
            var wider = new byte[_buffer.Length * 2];
            _buffer.AsSpan(_start.._end).CopyTo(wider);
            _buffer = wider;
        }
        else
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        }

        (_start, _end) = (0, _end - _start);
        for (int count; _end < _buffer.Length && !_isLast; _end += count)
        {
            count = json.Read(_buffer, _end, _buffer.Length - _end);
            _isLast = count == 0;
        }

        return true;
    }
}
