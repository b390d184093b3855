using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Shares.Testing.DynamoDb;

/// <summary>A table of its own for one test class, deleted with it.</summary>
public sealed class TestTable : IAsyncDisposable
{
    private TestTable(string name, IAmazonDynamoDB client, Uri endpoint) => (Name, Client, Endpoint) = (name, client, endpoint);

    public string Name { get; }

    /// <summary>
    /// Retries for long: under load DynamoDB Local gives up waiting for its locks, with an error of the server that it says DynamoDB itself
    /// never gives.
    /// </summary>
    public IAmazonDynamoDB Client { get; }

    /// <summary>Address of DynamoDB Local, for programs that are started with <c>AWS_ENDPOINT_URL_DYNAMODB</c>.</summary>
    public Uri Endpoint { get; }

    /// <param name="hasStream">For tests that read the stream: to the store it is a second copy of every write.</param>
    public static async Task<TestTable> CreateAsync(bool hasStream = false, CancellationToken ct = default)
    {
        var endpoint = await DynamoDbLocal.StartAsync();
        var client = DynamoDbLocal.Client(endpoint, config =>
            (config.RetryMode, config.MaxErrorRetry, config.ThrottleRetries) = (RequestRetryMode.Standard, 20, false));
        var name = $"shares-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        try
        {
            var schema = TableSchema.For(name);
            if (!hasStream) schema.StreamSpecification = null;
            await client.CreateTableAsync(schema, ct);
        }
        catch (ResourceInUseException)
        {
            // Nobody else uses the name: an attempt that was given up as too slow has made the table after all.
        }

        return new TestTable(name, client, endpoint);
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DeleteTableAsync(Name);
        Client.Dispose();
    }
}
