using Shares.Testing.DynamoDb;

namespace Shares.Bench.Scale.Build;

internal static class EmptyTable
{
    /// <summary>In a folder where DynamoDB Local keeps it when this is done.</summary>
    public static async Task CreateAsync(string folder)
    {
        await using var local = await DynamoDbLocalProcess.StartAsync(folder);
        using var client = ScaleStore.PatientClient(local.Endpoint);
        var schema = TableSchema.For(ScaleStore.TableName);
        // Nobody listens, and a stream doubles what is written.
        schema.StreamSpecification = null;
        await client.CreateTableAsync(schema);
    }
}
