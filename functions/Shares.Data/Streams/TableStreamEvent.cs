using System.Text.Json.Serialization;

namespace Shares.Data.Streams;

/// <summary>The event by which Lambda delivers the table's stream.</summary>
public sealed record TableStreamEvent(IReadOnlyList<TableStreamRecord> Records);

public sealed record TableStreamRecord
{
    [JsonIgnore]
    public string SequenceNumber { get; init; } = "";

    /// <summary>Null for items of no interest.</summary>
    [JsonIgnore]
    public TableChange? Change { get; init; }
}
