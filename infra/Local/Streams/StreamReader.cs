using System.Text.Json.Nodes;
using Shares.Local.DynamoDb;

namespace Shares.Local.Streams;

/// <summary>Follows the shards of a stream as they come and go: a shard is read when its parent has been read to its end.</summary>
public sealed class StreamReader(
    DynamoDbClient client, string streamArn, Checkpoints checkpoints, Func<IReadOnlyList<JsonNode>, CancellationToken, Task> deliver, TimeProvider time)
{
    private static readonly TimeSpan Rediscovery = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Task> _readers = new(StringComparer.Ordinal);

    /// <summary>Ends by cancellation only, or when a shard cannot be read.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            while (true)
            {
                await StartReadersAsync(stop.Token);
                await Task.Delay(Rediscovery, time, stop.Token);
                foreach (var failed in _readers.Values.Where(reader => reader.IsFaulted)) await failed;
            }
        }
        finally
        {
            // Whoever starts over must not meet readers of the last time.
            await stop.CancelAsync();
            await Task.WhenAll(_readers.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task StartReadersAsync(CancellationToken cancellationToken)
    {
        var shards = await ShardsAsync(cancellationToken);
        foreach (var (shard, parent) in shards)
        {
            if (_readers.ContainsKey(shard) || (parent is not null && shards.ContainsKey(parent) && !IsRead(parent))) continue;
            _readers[shard] = new ShardReader(client, streamArn, shard, checkpoints, deliver, time).ReadToEndAsync(cancellationToken);
        }
    }

    private bool IsRead(string shard) => _readers.TryGetValue(shard, out var reader) && reader.IsCompletedSuccessfully;

    private async Task<Dictionary<string, string?>> ShardsAsync(CancellationToken cancellationToken)
    {
        var shards = new Dictionary<string, string?>(StringComparer.Ordinal);
        string? last = null;
        do
        {
            var input = new JsonObject { ["StreamArn"] = streamArn };
            if (last is not null) input["ExclusiveStartShardId"] = last;
            var stream = (await client.StreamsAsync("DescribeStream", input, cancellationToken))["StreamDescription"]!;
            foreach (var shard in stream["Shards"]?.AsArray() ?? []) shards[shard!["ShardId"]!.ToString()] = shard["ParentShardId"]?.ToString();
            last = stream["LastEvaluatedShardId"]?.ToString();
        }
        while (last is not null);
        return shards;
    }
}
