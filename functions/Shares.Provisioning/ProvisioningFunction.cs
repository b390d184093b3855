using Amazon.Runtime.Credentials;
using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using Shares.Aws.AccessPoints;
using Shares.Aws.Buckets;
using Shares.Aws.Objects;
using Shares.Data;
using Shares.Hosting;
using Shares.Provisioning.BucketPolicies;
using Shares.Provisioning.CountRequests;
using Shares.Provisioning.EnforceShare;
using Shares.Provisioning.MakeBucket;
using Shares.Provisioning.Revoking;
using Shares.Provisioning.Settling;
using Shares.Provisioning.StorageChanges;
using Shares.Provisioning.TableChanges;
using Shares.Provisioning.VerifyStorage;

namespace Shares.Provisioning;

/// <summary>The function: woken by the table's stream, by a schedule and by changes of storage, it makes storage what the table says.</summary>
public static class ProvisioningFunction
{
    public static async Task RunAsync()
    {
        using var runtime = LambdaRuntime.Create();
        var settings = ProvisioningSettings.From(runtime.Configuration);
        await using var services = new ServiceCollection()
            .AddSingleton(runtime.LoggerFactory).AddLogging()
            .AddSingleton(runtime.Time).AddSingleton(runtime.Metrics)
            .AddSharesData(settings.TableName)
            .AddStorage(settings)
            .AddProvisioning(settings, Patience.Default)
            .BuildServiceProvider();
        await LambdaFunction.RunAsync(
            services.GetRequiredService<ProvisioningHandler>().HandleAsync,
            ProvisioningJson.Default.ProvisioningEvent, BatchJson.Default.BatchResponse, runtime: runtime);
    }

    /// <summary>Everything of this function but the clients of AWS, and what the container has anyway.</summary>
    public static IServiceCollection AddProvisioning(this IServiceCollection services, ProvisioningSettings settings, Patience patience)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var account = settings.Storage.AccountId;
        return services.AddSingleton(settings).AddSingleton(settings.Storage).AddSingleton(patience)
            .AddSingleton(c => new AccessPointClient(c.GetRequiredService<HttpClient>(), account))
            .AddSingleton(c => new BucketPolicyClient(c.GetRequiredService<IAmazonS3>(), account))
            .AddSingleton(c => new BucketMetricsClient(c.GetRequiredService<IAmazonS3>(), account))
            .AddSingleton(c => new BucketMaker(c.GetRequiredService<IAmazonS3>(), settings.Storage.Region, account))
            .AddSingleton<SettledStorage>().AddSingleton<BucketPolicyKeeper>().AddSingleton<KeptBuckets>().AddSingleton<RequestMetricsKeeper>()
            .AddSingleton<AccessPointKeeper>()
            .AddSingleton<EnforcementRecorder>().AddSingleton<StorageReconciler>().AddSingleton<OtherRunsWait>().AddSingleton<EnforcementRound>()
            .AddSingleton<ShareWithdrawal>().AddSingleton<DriftFinder>().AddSingleton<DriftReport>().AddSingleton<ShareEnforcer>()
            .AddSingleton<Revoker>().AddSingleton<ShareAccounting>().AddSingleton<LostAccessFinder>().AddSingleton<WaitingRequests>()
            .AddSingleton<AskFinder>().AddSingleton<ShareWork>().AddSingleton<ProjectBucket>().AddSingleton<TableChangesHandler>()
            .AddSingleton<ShareVerifier>().AddSingleton<ForeignAccessPoints>().AddSingleton<ScheduledVerification>()
            .AddSingleton<StorageChangeHandler>().AddSingleton<ProvisioningHandler>();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, ProvisioningSettings settings) => services
        .AddSingleton<IAmazonS3>(_ => S3Client.Create(new S3Location(settings.Storage.Region, settings.S3)))
        .AddSingleton(c => S3ControlHttp.Create(
            settings.Storage.Region, settings.Storage.AccountId, DefaultAWSCredentialsIdentityResolver.GetCredentials(),
            c.GetRequiredService<TimeProvider>(), settings.S3Control));
}
