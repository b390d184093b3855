using System.Text.Json.Nodes;
using Shares.Local.Identity;

namespace Shares.Local.Streams;

/// <summary>One change of the table, as a member of <c>Records</c> in the event that Lambda gets.</summary>
public sealed record StreamRecord(JsonObject Event)
{
    public string SequenceNumber => Event["dynamodb"]![nameof(SequenceNumber)]!.ToString();

    /// <summary>The partition key; changes of one partition keep their order.</summary>
    public string PartitionKey(string name) => Event["dynamodb"]!["Keys"]![name]!.ToJsonString();

    /// <param name="record">From GetRecords of DynamoDB Local, whose account and Region are made up.</param>
    public static StreamRecord From(JsonNode record, string tableName, string streamLabel)
    {
        var copy = record.DeepClone().AsObject();
        copy["awsRegion"] = LocalAccount.Region;
        copy["eventSourceARN"] = $"arn:aws:dynamodb:{LocalAccount.Region}:{LocalAccount.Id}:table/{tableName}/stream/{streamLabel}";
        return new(copy);
    }

    /// <summary>The event, UTF-8.</summary>
    public static byte[] ToEvent(IEnumerable<StreamRecord> records)
    {
        var array = new JsonArray([.. records.Select(record => record.Event.DeepClone())]);
        return System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["Records"] = array }.ToJsonString());
    }
}
