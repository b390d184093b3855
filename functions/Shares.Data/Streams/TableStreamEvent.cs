using System.Text.Json.Serialization;

namespace Shares.Data.Streams;

/// <summary>The event by which Lambda delivers the table's stream.</summary>
public sealed record TableStreamEvent(IReadOnlyList<TableStreamRecord> Records);

/// <summary>One change of one item, in the order of the changes of that item.</summary>
public sealed record TableStreamRecord
{
    /// <summary>Key and images as the stream writes them.</summary>
    [JsonPropertyName("dynamodb")]
    public required TableStreamImages Images { get; init; }

    /// <summary>What to report when this record could not be handled.</summary>
    [JsonIgnore]
    public string SequenceNumber => Images.SequenceNumber;

    /// <summary>When the change was made, about: rounded down to a second, or to a minute by DynamoDB Local. Null when the record does not tell.</summary>
    [JsonIgnore]
    public DateTimeOffset? MadeAt => Images.ApproximateCreationDateTime is { } seconds ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;

    /// <summary>
    /// Null for items of no interest. Read anew at each call, so that an unreadable record fails alone and not its whole batch.
    /// </summary>
    [JsonIgnore]
    public TableChange? Change => TableChangeReader.Read(Images);
}
