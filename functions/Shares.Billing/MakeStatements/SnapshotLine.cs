using System.Text.Json.Serialization;
using Shares.Core.Egress;
using Shares.Core.Egress.Ledger;
using Shares.Core.Ids;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Billing.MakeStatements;

/// <summary>A row of the ledger as a snapshot has it: one line of JSON.</summary>
/// <param name="Row">The key of the row within the publisher's month, as the table sorts it.</param>
public sealed record SnapshotLine(string Publisher, string Row, long Bytes, long Requests, long RefusedBytes, long RefusedRequests)
{
    public static SnapshotLine Of(ProjectId publisher, LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var amount = entry.Amount;
        return new(publisher.ToString(), EgressItem.KeyOf(publisher, entry.Key).Sort, amount.Bytes, amount.Requests, amount.RefusedBytes, amount.RefusedRequests);
    }

    [JsonIgnore]
    public ProjectId PublisherId => UuidId.Parse<ProjectId>(Publisher);

    [JsonIgnore]
    public LedgerEntry Entry => new(
        EgressItem.RowOf(new Key(ProjectItem.Prefix + Publisher, Row)).Key, new EgressAmount(Bytes, Requests, RefusedBytes, RefusedRequests));

    /// <summary>The order of snapshots: publishers by their ids, and the rows of each as in the ledger.</summary>
    public int CompareTo(SnapshotLine other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return string.CompareOrdinal(Publisher, other.Publisher) is not 0 and var order ? order : KeyText.Compare(Row, other.Row);
    }
}

[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SnapshotLine))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
