using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Shares.Bench.Scale.Build;
using Shares.Data;
using Shares.Data.Store;
using Shares.Testing.DynamoDb;

namespace Shares.Bench.Scale;

/// <summary>A built table in a folder under <c>artifacts</c>, and the DynamoDB Local that serves it.</summary>
internal sealed class ScaleStore : IAsyncDisposable
{
    public const string TableName = "shares";

    private readonly DynamoDbLocalProcess _local;

    private ScaleStore(DynamoDbLocalProcess local) => _local = local;

    public Uri Endpoint => _local.Endpoint;

    /// <summary>What was built before is used again while neither the shape nor what Shares.Data writes has changed.</summary>
    public static async Task<ScaleStore> OpenAsync(ScaleShape shape)
    {
        var root = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts/bench/scale")).FullName;
        var folder = Path.Combine(root, $"{shape.Percent.ToString(CultureInfo.InvariantCulture)}-{Fingerprint()}");
        if (!Directory.Exists(folder))
        {
            foreach (var old in Directory.GetDirectories(root, $"{shape.Percent}-*")) Directory.Delete(old, recursive: true);
            var building = Directory.CreateDirectory($"{folder}.building").FullName;
            await BuildAsync(building, shape);
            Directory.Move(building, folder);
        }

        return new(await DynamoDbLocalProcess.StartAsync(folder));
    }

    /// <summary>A client with the patience that a busy machine takes.</summary>
    public static IAmazonDynamoDB PatientClient(Uri endpoint) => DynamoDbLocal.Client(endpoint, config =>
        (config.RetryMode, config.MaxErrorRetry, config.ThrottleRetries, config.Timeout) = (RequestRetryMode.Standard, 20, false, TimeSpan.FromMinutes(2)));

    public ValueTask DisposeAsync() => _local.DisposeAsync();

    private static async Task BuildAsync(string folder, ScaleShape shape)
    {
        await EmptyTable.CreateAsync(folder);
        using (var file = new TableFile(folder, TableName))
        {
            DatasetPart.Fill(file, shape);
            PlainSharePart.Fill(file, shape);
            file.Commit();
        }

        await using var local = await DynamoDbLocalProcess.StartAsync(folder);
        using var patient = PatientClient(local.Endpoint);
        await using var stores = new ServiceCollection().AddSingleton(TimeProvider.System).AddSharesData(TableName, patient).BuildServiceProvider();
        await DatasetPart.AddFacetsAsync(stores.GetRequiredService<Table>(), shape);
        await PlainSharePart.AddCountsAsync(stores.GetRequiredService<Table>(), shape);
        await SharePart.AddAsync(stores, shape);
    }

    /// <summary>A build of the same Shares.Data writes the same.</summary>
    private static string Fingerprint() => $"{ScaleShape.Version}-{typeof(Table).Module.ModuleVersionId:N}";
}
