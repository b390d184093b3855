using System.Text.Json;

namespace Shares.Core.Egress.Trail;

/// <summary>
/// Reads the records out of what a log group's subscription sends: <c>{messageType, …, logEvents[{id, timestamp, message}]}</c>, where each
/// message is the text of one record. A control message, with which the log group tries whether it is heard, has none.
/// </summary>
public sealed class SubscriptionReader(Stream json) : TrailReader(json)
{
    private const int DepthOfMember = 1;
    private const int DepthOfMessage = 3;

    private byte[] _message = new byte[16 * 1024];
    private bool _isControl;
    private bool _isInEvents;

    private protected override bool TryReadNext(JsonWindow window, out TrailEvent record)
    {
        record = default;
        while (true)
        {
            var reader = window.Reader;
            if (reader.Read() && (reader.TokenType != JsonTokenType.PropertyName || reader.Read()))
            {
                var isMessage = Enter(window.Reader, in reader);
                if (isMessage) record = ReadMessage(in reader);
                window.Accept(in reader);
                if (isMessage) return true;
                if (reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.EndObject) return false;
            }
            else if (!window.TryFill())
            {
                throw new JsonException("The batch ends before its end.");
            }
        }
    }

    /// <param name="before">At the name of the member, if it is one.</param>
    /// <param name="reader">At its value.</param>
    private bool Enter(Utf8JsonReader before, scoped in Utf8JsonReader reader)
    {
        _ = before.Read();
        if (before.TokenType != JsonTokenType.PropertyName) return false;
        if (before.CurrentDepth == DepthOfMember)
        {
            if (before.ValueTextEquals("messageType"u8)) _isControl = reader.TokenType == JsonTokenType.String && !reader.ValueTextEquals("DATA_MESSAGE"u8);
            _isInEvents = before.ValueTextEquals("logEvents"u8);
        }

        return _isInEvents && !_isControl && before.CurrentDepth == DepthOfMessage
            && reader.TokenType == JsonTokenType.String && before.ValueTextEquals("message"u8);
    }

    private TrailEvent ReadMessage(scoped in Utf8JsonReader reader)
    {
        if (_message.Length < reader.ValueSpan.Length) _message = new byte[reader.ValueSpan.Length];
        var text = _message.AsSpan(0, reader.CopyString(_message));
        try
        {
            var message = new Utf8JsonReader(text);
            if (message.Read() && message.TokenType == JsonTokenType.StartObject && TrailEventReader.TryRead(ref message, out var record))
                return TrailEvent.Identified(record, text);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The others in the batch stand for themselves.
        }

        return new TrailEvent { Unreadable = text.IsEmpty ? " "u8 : text };
    }
}
