using Amazon.S3;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shares.Aws.AccessPoints;
using Shares.Aws.Http;
using Shares.Core.Enforcing;
using Shares.Data;
using Shares.Data.Streams;
using Shares.Hosting;
using Shares.Local.Identity;
using Shares.Provisioning.Settling;
using Shares.Provisioning.TableChanges;
using Shares.Testing.DynamoDb;

namespace Shares.Provisioning.Tests.World;

/// <summary>One run of the function, on its own network.</summary>
internal sealed class Function : IAsyncDisposable
{
    public static readonly StorageContext Context = new(
        LocalAccount.Region, LocalAccount.Id, Storage.Vpc, LocalAccount.RoleArn("SharesPipelineRole"), LocalAccount.RoleArn("SharesDownloadRole"));

    private readonly LambdaRuntime _runtime;
    private readonly ServiceProvider _services;
    private readonly MemoryStream _output = new();

    public Function(Storage storage, TestTable table, Network network)
    {
        _runtime = LambdaRuntime.Create(new ConfigurationBuilder().Build(), _output);
        var settings = new ProvisioningSettings(table.Name, Context, storage.Address, storage.Address);
        var retries = new RetryLimits(3, TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(5));
        _services = new ServiceCollection()
            .AddSingleton(_runtime.LoggerFactory).AddLogging().AddSingleton(_runtime.Time).AddSingleton(_runtime.Metrics)
            .AddSharesData(table.Name, DynamoDbLocal.Client(table.Endpoint, config => config.HttpClientFactory = network.Factory()))
            .AddSingleton<IAmazonS3>(S3(storage, network))
            .AddSingleton(S3ControlHttp.Create(
                LocalAccount.Region, LocalAccount.Id, storage.Credentials, _runtime.Time, storage.Address, retries, network.Connect()))
            .AddProvisioning(settings, new Patience(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(1)))
            .BuildServiceProvider();
    }

    /// <summary>What the function has logged and measured, a JSON object a line.</summary>
    public string Output => System.Text.Encoding.UTF8.GetString(_output.ToArray());

    /// <returns>The sequence numbers that the function reports as not done.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<TableStreamRecord> records, TimeSpan? time = null)
    {
        var end = _runtime.Time.GetUtcNow() + (time ?? TimeSpan.FromMinutes(2));
        var context = new InvocationContext("test", "arn:aws:lambda:test", end, null);
        var response = await _services.GetRequiredService<TableChangesHandler>()
            .HandleAsync(new TableStreamEvent(records), context, TestContext.Current.CancellationToken);
        _runtime.Metrics.Flush();
        return [.. response.BatchItemFailures.Select(failure => failure.ItemIdentifier)];
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _runtime.Dispose();
        await _output.DisposeAsync();
    }

    private static AmazonS3Client S3(Storage storage, Network network) => new(storage.Credentials, new AmazonS3Config
    {
        ServiceURL = storage.Address.ToString(),
        AuthenticationRegion = LocalAccount.Region,
        ForcePathStyle = true,
        MaxErrorRetry = 0,
        HttpClientFactory = network.Factory(),
    });
}
