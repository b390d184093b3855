using System.Buffers;
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

    private byte[] _message = [];
    private Member _member;

    // The type stands before the events.
    private bool _isControl;

    private enum Member
    {
        Other,
        MessageType,
        LogEvents,
        Message,
    }

    private protected override bool TryReadNext(JsonWindow window, out TrailEvent record)
    {
        while (true)
        {
            if (_member == Member.Message && TryReadMessage(window, out record))
            {
                _member = Member.LogEvents;
                return true;
            }

            var reader = window.Reader;
            while (_member != Member.Message && reader.Read())
            {
                Enter(in reader);
                if (reader is not { TokenType: JsonTokenType.EndObject, CurrentDepth: 0 }) continue;
                record = default;
                return false;
            }

            window.Accept(in reader);
            if (_member != Member.Message && !window.TryFill()) throw new JsonException("The batch ends before its end.");
        }
    }

    private void Enter(scoped in Utf8JsonReader reader)
    {
        if (reader is { TokenType: JsonTokenType.String, CurrentDepth: DepthOfMember } && _member == Member.MessageType)
            _isControl = !reader.ValueTextEquals("DATA_MESSAGE"u8);
        if (reader.TokenType != JsonTokenType.PropertyName) return;
        if (reader.CurrentDepth == DepthOfMember)
            _member = reader.ValueTextEquals("messageType"u8) ? Member.MessageType : reader.ValueTextEquals("logEvents"u8) ? Member.LogEvents : Member.Other;
        else if (_member == Member.LogEvents && !_isControl && reader.CurrentDepth == DepthOfMessage && reader.ValueTextEquals("message"u8))
            _member = Member.Message;
    }

    /// <returns>False when there is something else than a text.</returns>
    private bool TryReadMessage(JsonWindow window, out TrailEvent record)
    {
        record = default;
        while (true)
        {
            if (_message.Length < window.Rest.Length) _message = new byte[window.Rest.Length];
            var start = window.Rest.IndexOfAnyExcept(" \t\r\n"u8);
            var status = start < 0 ? OperationStatus.NeedMoreData
                : window.Rest[start] != (byte)'"' ? OperationStatus.InvalidData
                : OperationStatus.Done;
            var (read, written) = (0, 0);
            if (status == OperationStatus.Done) status = EscapedText.TryRead(window.Rest[(start + 1)..], _message, out read, out written);
            switch (status)
            {
                case OperationStatus.Done:
                    window.AcceptText(start + 1 + read);
                    record = Read(_message.AsSpan(0, written));
                    return true;
                case OperationStatus.InvalidData when ReadSlowly(window, out written) is { } isText:
                    if (isText) record = Read(_message.AsSpan(0, written));
                    return isText;
                default:
                    if (!window.TryFill()) throw new JsonException("The batch ends within a message.");
                    break;
            }
        }
    }

    /// <returns>Whether it is a text, which is then in the message; null when the window does not hold it in whole.</returns>
    private bool? ReadSlowly(JsonWindow window, out int written)
    {
        written = 0;
        var reader = window.Reader;
        if (!reader.Read()) return null;
        var isText = reader.TokenType == JsonTokenType.String;
        if (isText) written = reader.CopyString(_message);
        window.Accept(in reader);
        if (!isText) _member = Member.LogEvents;
        return isText;
    }

    private static TrailEvent Read(ReadOnlySpan<byte> message)
    {
        try
        {
            var reader = new Utf8JsonReader(message);
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject && TrailEventReader.TryRead(ref reader, out var record))
                return TrailEvent.Identified(record, message);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The others in the batch stand for themselves.
        }

        return new TrailEvent { Unreadable = message.IsEmpty ? " "u8 : message };
    }
}
