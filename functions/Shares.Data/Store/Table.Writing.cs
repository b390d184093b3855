using Amazon.DynamoDBv2.Model;

namespace Shares.Data.Store;

public sealed partial class Table
{
    /// <summary>Actions that DynamoDB takes in one transaction.</summary>
    public const int ActionsPerTransaction = 100;
    private const int PutsPerBatchWrite = 25;

    public WriteBatch Batch() => new(name);

    /// <summary>
    /// All or nothing. The request carries a token of its own, so that the client's repetition of a request whose answer was lost
    /// is not taken for another one.
    /// </summary>
    public async Task<WriteOutcome> WriteAsync(WriteBatch batch, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(batch);
        try
        {
            var token = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
            await client.TransactWriteItemsAsync(new() { TransactItems = [.. batch.Actions], ClientRequestToken = token }, ct);
            return WriteOutcome.Committed;
        }
        catch (TransactionCanceledException canceled)
        {
            return WriteOutcome.Of(canceled);
        }
        catch (TransactionInProgressException)
        {
            return WriteOutcome.Contended;
        }
    }

    /// <summary>Items that depend on nothing; not atomic.</summary>
    public async Task PutManyAsync(IEnumerable<Item> items, CancellationToken ct)
    {
        foreach (var chunk in items.Chunk(PutsPerBatchWrite))
        {
            var puts = chunk.Select(item => new WriteRequest(new PutRequest(item))).ToList();
            await UntilProcessedAsync(puts, async rest =>
            {
                var response = await client.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { [name] = rest } }, ct);
                return response.UnprocessedItems?.GetValueOrDefault(name) is { Count: > 0 } left ? left : null;
            }, ct);
        }
    }

    public Task DeleteAsync(Key key, CancellationToken ct) => client.DeleteItemAsync(name, key.ToItem(), ct);
}
