using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Shares.Data.Store;

/// <summary>The single table. Every reading is strong: there is no secondary index, so what was written is read.</summary>
public sealed partial class Table(IAmazonDynamoDB client, string name, TimeProvider time)
{
    private const int KeysPerBatchGet = 100;
    private const int BatchGetsAtOnce = 8;

    public async Task<Item?> GetAsync(Key key, CancellationToken ct)
    {
        var response = await client.GetItemAsync(new GetItemRequest { TableName = name, Key = key.ToItem(), ConsistentRead = true }, ct);
        return NullIfEmpty(response.Item);
    }

    /// <summary>Those of the items that exist, by key. Duplicate keys are read once; many are read side by side.</summary>
    public async Task<IReadOnlyDictionary<Key, Item>> GetManyAsync(IEnumerable<Key> keys, CancellationToken ct)
    {
        var found = new Dictionary<Key, Item>();
        var chunks = keys.Distinct().Chunk(KeysPerBatchGet).ToList();
        await Parallel.ForEachAsync(chunks, new ParallelOptions { MaxDegreeOfParallelism = BatchGetsAtOnce, CancellationToken = ct }, async (chunk, token) =>
        {
            var wanted = new KeysAndAttributes { Keys = [.. chunk.Select(key => key.ToItem())], ConsistentRead = true };
            await UntilProcessedAsync(wanted, async rest =>
            {
                var response = await client.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = new() { [name] = rest } }, token);
                lock (found)
                {
                    foreach (var item in response.Responses?.GetValueOrDefault(name) ?? []) found[Key.Of(item)] = item;
                }

                return response.UnprocessedKeys?.GetValueOrDefault(name) is { Keys.Count: > 0 } left ? left : null;
            }, token);
        });
        return found;
    }

    /// <summary>The items of a partition in ascending order, one page after the other as the caller goes on.</summary>
    /// <param name="beginning">What their sort keys begin with; null: all.</param>
    /// <param name="after">A sort key that is within these, whether there is such an item or not; null: from the first.</param>
    public IAsyncEnumerable<Item> QueryAsync(string partition, string? beginning, string? after, int? pageSize, CancellationToken ct) =>
        QueryAsync(partition, beginning, after, pageSize, forward: true, ct);

    /// <summary>The items of a partition in descending order.</summary>
    /// <param name="beginning">What their sort keys begin with; null: all.</param>
    /// <param name="before">A sort key that is within these, whether there is such an item or not; null: from the last.</param>
    public IAsyncEnumerable<Item> QueryBackAsync(string partition, string? beginning, string? before, int? pageSize, CancellationToken ct) =>
        QueryAsync(partition, beginning, before, pageSize, forward: false, ct);

    /// <summary>The items of a partition from one sort key to another, both included, in ascending order.</summary>
    public IAsyncEnumerable<Item> QueryBetweenAsync(string partition, string from, string to, CancellationToken ct)
    {
        var range = Within(partition)
            .And($"#{Key.SortName} BETWEEN :from AND :to", ":from", AttributeWriting.Text(from))
            .Where(":to", AttributeWriting.Text(to));
        return QueryAsync(partition, range, null, null, forward: true, ct);
    }

    private IAsyncEnumerable<Item> QueryAsync(
        string partition, string? beginning, string? after, int? pageSize, bool forward, CancellationToken ct)
    {
        var condition = Within(partition);
        if (!string.IsNullOrEmpty(beginning))
            condition = condition.And($"begins_with(#{Key.SortName}, :begin)", ":begin", AttributeWriting.Text(beginning));
        return QueryAsync(partition, condition, after, pageSize, forward, ct);
    }

    private static Expr Within(string partition) => new($"#{Key.PartitionName} = :pk", new Item().With(":pk", partition));

    private async IAsyncEnumerable<Item> QueryAsync(
        string partition, Expr condition, string? after, int? pageSize, bool forward, [EnumeratorCancellation] CancellationToken ct)
    {
        var last = after is null ? null : new Key(partition, after).ToItem();
        for (var more = true; more; more = last is not null)
        {
            var response = await client.QueryAsync(new QueryRequest
            {
                TableName = name,
                KeyConditionExpression = condition.Text,
                ExpressionAttributeNames = Expr.NamesOf(condition),
                ExpressionAttributeValues = Expr.ValuesOf(condition),
                ConsistentRead = true,
                ScanIndexForward = forward,
                Limit = pageSize,
                ExclusiveStartKey = last,
            }, ct);
            foreach (var item in response.Items ?? []) yield return item;
            last = NullIfEmpty(response.LastEvaluatedKey);
        }
    }

    private static Item? NullIfEmpty(Item? item) => item is { Count: > 0 } ? item : null;

    /// <summary>DynamoDB may leave a part of a batch undone under load; it is to be sent again after a while.</summary>
    private async Task UntilProcessedAsync<T>(T work, Func<T, Task<T?>> send, CancellationToken ct) where T : class
    {
        var rest = await send(work);
        for (var attempt = 1; rest is not null; attempt++)
        {
            if (attempt >= Races.MaxAttempts) throw new ProvisionedThroughputExceededException("The store left a part of a batch undone.");
            await Races.PauseAsync(attempt, time, ct);
            rest = await send(rest);
        }
    }
}
