using System.Text.Json;

namespace Shares.Core.Egress.Trail;

/// <summary>Reads one record, in one pass and whatever the order of its members.</summary>
internal ref struct TrailEventReader
{
    private TrailEvent _event;
    private TrailField _part;
    private ReadOnlySpan<byte> _resourceType;
    private ReadOnlySpan<byte> _resourceArn;
    private ReadOnlySpan<byte> _originalRequestId;

    /// <param name="json">Stands on the record's first brace, and afterwards on its last.</param>
    /// <returns>False when the text ends before the record; the reader is then somewhere within.</returns>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="InvalidOperationException">A text in it cannot be one.</exception>
    public static bool TryRead(scoped ref Utf8JsonReader json, out TrailEvent record)
    {
        var reader = new TrailEventReader { _part = TrailField.Event };
        var isWhole = reader.ReadMembers(ref json);
        record = reader._event;
        if (record.IsUpdate && !reader._originalRequestId.IsEmpty) record.RequestId = reader._originalRequestId;
        return isWhole;
    }

    private bool ReadMembers(scoped ref Utf8JsonReader json)
    {
        while (json.Read())
        {
            switch (json.TokenType)
            {
                case JsonTokenType.PropertyName:
                    var field = TrailFields.Find(_part, Text(ref json));
                    if (!json.Read()) return false;
                    if (!ReadValue(ref json, field)) return false;
                    break;
                case JsonTokenType.StartObject when _part == TrailField.Resources:
                    _part = TrailField.Resource;
                    _resourceType = _resourceArn = [];
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    if (_part == TrailField.Event) return true;
                    if (_part == TrailField.Resource) TakeResource();
                    _part = TrailFields.Around(_part);
                    break;
                default:
                    // Something in the list of resources that is none.
                    if (!json.TrySkip()) return false;
                    break;
            }
        }

        return false;
    }

    private bool ReadValue(scoped ref Utf8JsonReader json, TrailField field)
    {
        if (TrailFields.IsPart(field) && json.TokenType == (field == TrailField.Resources ? JsonTokenType.StartArray : JsonTokenType.StartObject))
        {
            _part = field;
            return true;
        }

        if (json.TokenType == JsonTokenType.String && field != TrailField.Other) Take(ref json, field);
        else if (json.TokenType == JsonTokenType.Number && field == TrailField.BytesOut) _event.BytesOut = Count(ref json);
        return json.TrySkip();
    }

    private void Take(scoped ref Utf8JsonReader json, TrailField field)
    {
        var text = Text(ref json);
        switch (field)
        {
            case TrailField.Time: _event.Time = json.TryGetDateTimeOffset(out var time) ? time : null; break;
            case TrailField.EventId: _event.EventId = json.TryGetGuid(out var id) ? id : default; break;
            case TrailField.RequestId: _event.RequestId = text; break;
            case TrailField.Service: _event.Service = text; break;
            case TrailField.Name: _event.Name = text; break;
            case TrailField.Source: _event.Source = text; break;
            case TrailField.ErrorCode: _event.ErrorCode = text; break;
            case TrailField.VpcEndpoint: _event.VpcEndpoint = text; break;
            case TrailField.Session: _event.Session = text; break;
            case TrailField.SourceIdentity: _event.SourceIdentity = text; break;
            case TrailField.Key: _event.Key = text; break;
            case TrailField.Authentication: _event.Authentication = text; break;
            case TrailField.ResourceType: _resourceType = text; break;
            case TrailField.ResourceArn: _resourceArn = text; break;
            case TrailField.AddendumReason: _event.IsUpdate = text.SequenceEqual("UPDATED_DATA"u8); break;
            case TrailField.OriginalRequestId: _originalRequestId = text; break;
            default: break;
        }
    }

    private void TakeResource()
    {
        if (_resourceType.SequenceEqual("AWS::S3::AccessPoint"u8)) _event.AccessPoint = _resourceArn;
        else if (_resourceType.SequenceEqual("AWS::S3::Bucket"u8)) _event.Bucket = _resourceArn;
    }

    /// <summary>CloudTrail may write a count as a float, <c>1048576.0</c> or <c>1.048576E7</c>.</summary>
    private static long? Count(scoped ref Utf8JsonReader json)
    {
        if (json.TryGetInt64(out var whole)) return whole;
        return json.TryGetDecimal(out var number) && number is >= long.MinValue and <= long.MaxValue ? (long)decimal.Round(number) : null;
    }

    /// <summary>Within the text that is read, or a copy where that has escapes.</summary>
    private static ReadOnlySpan<byte> Text(scoped ref Utf8JsonReader json)
    {
        if (!json.ValueIsEscaped) return json.ValueSpan;
        var copy = new byte[json.ValueSpan.Length];
        return copy.AsSpan(0, json.CopyString(copy));
    }
}
