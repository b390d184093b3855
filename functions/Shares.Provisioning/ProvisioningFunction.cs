using Amazon.Runtime.Credentials;
using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using Shares.Aws.AccessPoints;
using Shares.Aws.Buckets;
using Shares.Aws.Objects;
using Shares.Data;
using Shares.Data.Streams;
using Shares.Hosting;
using Shares.Provisioning.BucketPolicies;
using Shares.Provisioning.EnforceShare;
using Shares.Provisioning.MakeBucket;
using Shares.Provisioning.Settling;
using Shares.Provisioning.TableChanges;

namespace Shares.Provisioning;

/// <summary>The function: woken by the table's stream, it makes storage what the table says.</summary>
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
            services.GetRequiredService<TableChangesHandler>().HandleAsync,
            TableStreamJson.Default.TableStreamEvent, BatchJson.Default.BatchResponse, runtime: runtime);
    }

    /// <summary>Everything of this function but the clients of AWS, and what the container has anyway.</summary>
    public static IServiceCollection AddProvisioning(this IServiceCollection services, ProvisioningSettings settings, Patience patience)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var account = settings.Storage.AccountId;
        return services.AddSingleton(settings.Storage).AddSingleton(patience)
            .AddSingleton(c => new AccessPointClient(c.GetRequiredService<HttpClient>(), account))
            .AddSingleton(c => new BucketPolicyClient(c.GetRequiredService<IAmazonS3>(), account))
            .AddSingleton(c => new BucketMaker(c.GetRequiredService<IAmazonS3>(), settings.Storage.Region, account))
            .AddSingleton<SettledStorage>().AddSingleton<BucketPolicyKeeper>().AddSingleton<AccessPointKeeper>()
            .AddSingleton<EnforcementRecorder>().AddSingleton<ShareEnforcer>().AddSingleton<ProjectBucket>()
            .AddSingleton<TableChangesHandler>();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, ProvisioningSettings settings) => services
        .AddSingleton<IAmazonS3>(_ => S3Client.Create(new S3Location(settings.Storage.Region, settings.S3)))
        .AddSingleton(c => S3ControlHttp.Create(
            settings.Storage.Region, settings.Storage.AccountId, DefaultAWSCredentialsIdentityResolver.GetCredentials(),
            c.GetRequiredService<TimeProvider>(), settings.S3Control));
}
