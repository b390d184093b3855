using System.Text.Json;

namespace Shares.Core.Egress.Trail;

/// <summary>Reads one record of the trail after the other. Memory does not depend on how many there are.</summary>
/// <param name="json">UTF-8, already unpacked; stays open.</param>
public abstract class TrailReader(Stream json)
{
    private readonly JsonWindow _window = new(json);
    private bool _isAtEnd;

    /// <summary>
    /// What is read is cut off, is not JSON or is packed wrongly, and so ended early. What came before it was read.
    /// </summary>
    public bool IsBroken { get; private set; }

    /// <summary>
    /// False at the end. What stands in the place of a record and is none comes as <see cref="TrailEvent.Unreadable"/>.
    /// </summary>
    public bool TryRead(out TrailEvent record)
    {
        record = default;
        if (_isAtEnd) return false;
        try
        {
            _isAtEnd = !TryReadNext(_window, out record);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or InvalidDataException)
        {
            (_isAtEnd, IsBroken) = (true, true);
        }

        return !_isAtEnd;
    }

    /// <exception cref="JsonException">It is broken here.</exception>
    private protected abstract bool TryReadNext(JsonWindow window, out TrailEvent record);
}
