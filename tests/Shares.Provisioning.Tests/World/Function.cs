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
using Shares.Provisioning.StorageChanges;
using Shares.Provisioning.TableChanges;
using Shares.Testing.DynamoDb;

namespace Shares.Provisioning.Tests.World;

/// <summary>One run of the function, on its own network.</summary>
internal sealed class Function : IAsyncDisposable
{
    public const string OwnRole = "arn:aws:iam::111122223333:role/ProvisioningFunctionRole";

    public static readonly StorageContext Context = new(
        LocalAccount.Region, LocalAccount.Id, Storage.Vpc, LocalAccount.RoleArn("SharesPipelineRole"), LocalAccount.RoleArn("SharesDownloadRole"));

    private readonly LambdaRuntime _runtime;
    private readonly ServiceProvider _services;
    private readonly MemoryStream _output = new();

    public Function(Storage storage, TestTable table, Network network, TimeProvider time, Patience? patience = null)
    {
        _runtime = LambdaRuntime.Create(new ConfigurationBuilder().Build(), _output, time);
        var settings = new ProvisioningSettings(table.Name, Context, OwnRole, storage.Address, storage.Address);
        var retries = new RetryLimits(3, TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(5));
        _services = new ServiceCollection()
            .AddSingleton(_runtime.LoggerFactory).AddLogging().AddSingleton(_runtime.Time).AddSingleton(_runtime.Metrics)
            .AddSharesData(table.Name, DynamoDbLocal.Client(table.Endpoint, config => config.HttpClientFactory = network.Factory()))
            .AddSingleton<IAmazonS3>(S3(storage, network))
            .AddSingleton(S3ControlHttp.Create(
                LocalAccount.Region, LocalAccount.Id, storage.Credentials, _runtime.Time, storage.Address, retries, network.Connect()))
            .AddProvisioning(settings, patience ?? new Patience(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(3)))
            .BuildServiceProvider();
    }

    /// <summary>What the function has logged and measured, a JSON object a line.</summary>
    public string Output => System.Text.Encoding.UTF8.GetString(_output.ToArray());

    /// <returns>The sequence numbers that the function reports as not done.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<TableStreamRecord> records, TimeSpan? time = null)
    {
        var response = await HandleAsync(new ProvisioningEvent(records, null, null), time ?? TimeSpan.FromMinutes(2));
        return [.. response.BatchItemFailures.Select(failure => failure.ItemIdentifier)];
    }

    /// <summary>The schedule wakes the function.</summary>
    public Task VerifyAsync() => HandleAsync(new ProvisioningEvent(null, ProvisioningEvent.Scheduled, null), TimeSpan.FromMinutes(2));

    /// <summary>CloudTrail tells of a call to S3.</summary>
    public Task HearAsync(StorageChange change) => HandleAsync(new ProvisioningEvent(null, ProvisioningEvent.ApiCall, change), TimeSpan.FromMinutes(2));

    private async Task<BatchResponse> HandleAsync(ProvisioningEvent woken, TimeSpan time)
    {
        var id = Guid.CreateVersion7(_runtime.Time.GetUtcNow()).ToString();
        var context = new InvocationContext(id, "arn:aws:lambda:test", _runtime.Time.GetUtcNow() + time, null);
        try
        {
            return await _services.GetRequiredService<ProvisioningHandler>().HandleAsync(woken, context, TestContext.Current.CancellationToken);
        }
        finally
        {
            _runtime.Metrics.Flush();
        }
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
