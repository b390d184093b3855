using System.Text.Json.Nodes;
using Shares.Local.DynamoDb;

namespace Shares.Local.Streams;

/// <summary>Reads one shard of a stream from where delivery stopped, in order, until the shard is closed and read to its end.</summary>
/// <param name="deliver">Settles a page of records before the next is read.</param>
public sealed class ShardReader(
    DynamoDbClient client,
    string streamArn,
    string shardId,
    Checkpoints checkpoints,
    Func<IReadOnlyList<JsonNode>, CancellationToken, Task> deliver,
    TimeProvider time)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    public async Task ReadToEndAsync(CancellationToken cancellationToken)
    {
        var iterator = await StartAsync(cancellationToken);
        while (iterator is not null)
        {
            JsonObject page;
            try
            {
                page = await client.StreamsAsync("GetRecords", new() { ["ShardIterator"] = iterator }, cancellationToken);
            }
            catch (DynamoDbException exception) when (exception.Code == "ExpiredIteratorException")
            {
                iterator = await StartAsync(cancellationToken);
                continue;
            }

            var records = page["Records"]?.AsArray() ?? [];
            if (records.Count > 0)
            {
                await deliver([.. records.Select(record => record!)], cancellationToken);
                checkpoints.Set(shardId, records[^1]!["dynamodb"]!["SequenceNumber"]!.ToString());
            }
            else
            {
                await Task.Delay(Poll, time, cancellationToken);
            }

            iterator = page["NextShardIterator"]?.ToString();
        }
    }

    private async Task<string?> StartAsync(CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["StreamArn"] = streamArn, ["ShardId"] = shardId, ["ShardIteratorType"] = "TRIM_HORIZON" };
        if (checkpoints.Find(shardId) is { } delivered)
        {
            input["ShardIteratorType"] = "AFTER_SEQUENCE_NUMBER";
            input["SequenceNumber"] = delivered;
        }

        var output = await client.StreamsAsync("GetShardIterator", input, cancellationToken);
        return output["ShardIterator"]?.ToString();
    }
}
