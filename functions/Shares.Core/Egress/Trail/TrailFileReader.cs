using System.Text.Json;

namespace Shares.Core.Egress.Trail;

/// <summary>Reads the records out of a file of the trail: <c>{Records[]}</c>.</summary>
public sealed class TrailFileReader(Stream json) : TrailReader(json)
{
    private const int DepthOfRecord = 2;

    private bool _isInRecords;

    private protected override bool TryReadNext(JsonWindow window, out TrailEvent record)
    {
        record = default;
        while (true)
        {
            var reader = window.Reader;
            if (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 }) _isInRecords = reader.ValueTextEquals("Records"u8);
                var isRecord = _isInRecords && reader is { TokenType: JsonTokenType.StartObject, CurrentDepth: DepthOfRecord };
                if (!isRecord || TrailEventReader.TryRead(ref reader, out record))
                {
                    if (isRecord) record = TrailEvent.Identified(record, window.Text(start, (int)reader.BytesConsumed));
                    window.Accept(in reader);
                    if (isRecord) return true;
                    if (reader is { TokenType: JsonTokenType.EndObject, CurrentDepth: 0 }) return false;
                    continue;
                }
            }

            // A record that the window does not hold in whole is read again from its beginning.
            if (!window.TryFill()) throw new JsonException("The file ends before its end.");
        }
    }
}
