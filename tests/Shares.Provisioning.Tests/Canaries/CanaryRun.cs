using Amazon.SecurityToken;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shares.Aws.Objects;
using Shares.Canary;
using Shares.Canary.PickShares;
using Shares.Canary.TryDoors;
using Shares.Core.Canaries;
using Shares.Core.Ids;
using Shares.Data;
using Shares.Data.Sharing;
using Shares.Hosting;
using Shares.Local.Identity;
using Shares.Provisioning.Tests.World;
using Shares.Testing.DynamoDb;
using Shares.Testing.Sts;

namespace Shares.Provisioning.Tests.Canaries;

/// <summary>One process of the canary, with its own role's keys, which sends its requests to the local S3 and STS.</summary>
internal sealed class CanaryRun : IAsyncDisposable
{
    private readonly LambdaRuntime _runtime;
    private readonly ServiceProvider _services;
    private readonly MemoryStream _output = new();

    public CanaryRun(Lab lab)
    {
        var storage = lab.Storage;
        _runtime = LambdaRuntime.Create(new ConfigurationBuilder().Build(), _output, TimeProvider.System);
        var settings = new CanarySettings(
            lab.Table.Name, LocalAccount.RoleArn("SharesPipelineRole"), LocalAccount.RoleArn("SharesDownloadRole"), LocalAccount.RoleArn("SharesUploadRole"),
            new S3Location(LocalAccount.Region, storage.Address), storage.Address, TimeSpan.FromMilliseconds(10));
        _services = new ServiceCollection()
            .AddSingleton(_runtime.LoggerFactory).AddLogging().AddSingleton(_runtime.Time).AddSingleton(_runtime.Metrics)
            .AddSharesData(lab.Table.Name, lab.Table.Client)
            .AddSingleton<IAmazonSecurityTokenService>(_ => new AmazonSecurityTokenServiceClient(storage.CredentialsOf("CanaryFunctionRole"), new AmazonSecurityTokenServiceConfig
            {
                ServiceURL = storage.Address.ToString(),
                AuthenticationRegion = LocalAccount.Region,
                MaxErrorRetry = 0,
                HttpClientFactory = new ThroughHandler(Sts),
            }))
            .AddCanary(settings)
            .BuildServiceProvider();
    }

    public StsEdge Sts { get; } = new();

    /// <summary>What the function has logged and measured, a JSON object a line.</summary>
    public string Output => System.Text.Encoding.UTF8.GetString(_output.ToArray());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task<CanaryResult?> TryAsync(ShareId share) => _services.GetRequiredService<ShareTrials>().TryAsync(share, Ct);

    /// <summary>Lets the schedule wake the function until the share has had its turn.</summary>
    public async Task<CanaryResult> WakeAsync(ShareId share)
    {
        var (results, start) = (_services.GetRequiredService<CanaryStore>(), _runtime.Time.GetUtcNow());
        for (var wake = 1; ; wake++)
        {
            Assert.InRange(wake, 1, 100);
            await WakeOnceAsync();
            if (await results.FindAsync(share, Ct) is { } found && found.TriedAt >= start) return found;
        }
    }

    public async Task WakeOnceAsync()
    {
        var context = new InvocationContext("wake", "arn:aws:lambda:test", _runtime.Time.GetUtcNow().AddMinutes(2), null);
        await _services.GetRequiredService<CanaryHandler>().HandleAsync(new Wake(), context, Ct);
        _runtime.Metrics.Flush();
    }

    public async ValueTask DisposeAsync()
    {
        Sts.Dispose();
        await _services.DisposeAsync();
        _runtime.Dispose();
        await _output.DisposeAsync();
    }
}
