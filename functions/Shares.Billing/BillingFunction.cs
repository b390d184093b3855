using Amazon.Runtime.Credentials;
using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shares.Aws.Bills;
using Shares.Aws.Metering;
using Shares.Aws.Objects;
using Shares.Aws.Topics;
using Shares.Billing.CheckLimits;
using Shares.Billing.CrossCheckDownloads;
using Shares.Billing.MakeStatements;
using Shares.Billing.RefreshAddresses;
using Shares.Billing.RescanTrail;
using Shares.Data;
using Shares.Hosting;

namespace Shares.Billing;

/// <summary>The function: woken by schedules, it makes out of the ledger and AWS's bill what publishers and finance see.</summary>
public static class BillingFunction
{
    /// <summary>Of a call to S3: files and parts of reports have some MB.</summary>
    private static readonly TimeSpan StorageTimeout = TimeSpan.FromSeconds(30);

    public static async Task RunAsync()
    {
        using var runtime = LambdaRuntime.Create();
        var settings = BillingSettings.From(runtime.Configuration, AppContext.BaseDirectory);
        await using var services = new ServiceCollection()
            .AddSingleton(runtime.LoggerFactory).AddLogging()
            .AddSingleton(runtime.Time).AddSingleton(runtime.Metrics)
            .AddSharesData(settings.TableName)
            .AddAws(settings)
            .AddBilling(settings)
            .BuildServiceProvider();
        await LambdaFunction.RunAsync(services.GetRequiredService<BillingHandler>().HandleAsync, BillingJson.Default.Wake, runtime: runtime);
    }

    /// <summary>Everything of this function but the clients of AWS, and what the container has anyway.</summary>
    public static IServiceCollection AddBilling(this IServiceCollection services, BillingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return services
            .AddSingleton(settings).AddSingleton(settings.Attribution).AddSingleton(settings.Prices)
            .AddSingleton<ObjectReader>().AddSingleton<ObjectWriter>().AddSingleton<ObjectLister>()
            .AddSingleton(c => new AddressRanges(
                c.GetRequiredService<IAmazonS3>(), settings.ReportsBucket, c.GetRequiredService<TimeProvider>(), c.GetRequiredService<ILogger<AddressRanges>>()))
            .AddSingleton<TrailFiles>().AddSingleton<IJob, RescanJob>()
            .AddSingleton<DownloadPoints>().AddSingleton<IJob, CrossCheckJob>()
            .AddSingleton<BillKeeper>().AddSingleton<LedgerPass>().AddSingleton<Evidence>().AddSingleton<ReportNames>().AddSingleton<StatementReport>()
            .AddSingleton<StatementMaker>().AddSingleton<IJob, StatementsJob>()
            .AddSingleton<LimitNotices>().AddSingleton<IJob, LimitsJob>()
            .AddSingleton<AddressRangesJob>().AddSingleton<IJob>(c => c.GetRequiredService<AddressRangesJob>())
            .AddSingleton<BillingHandler>();
    }

    private static IServiceCollection AddAws(this IServiceCollection services, BillingSettings settings)
    {
        var (region, endpoints, keys) = (settings.Attribution.Region, settings.Endpoints, DefaultAWSCredentialsIdentityResolver.GetCredentials());
        return services
            .AddSingleton<IAmazonS3>(_ => S3Client.Create(settings.S3, timeout: StorageTimeout))
            .AddSingleton(c => new CostExplorerClient(CostExplorerClient.Http(keys, Time(c), endpoints.CostExplorer), region, Time(c)))
            .AddSingleton(c => new CloudWatchClient(CloudWatchClient.Http(region, keys, Time(c), endpoints.CloudWatch)))
            .AddSingleton(c => new TopicClient(TopicClient.Http(region, keys, Time(c), endpoints.Sns), settings.TopicArn))
            .AddSingleton(_ => new PublishedAddresses(new HttpClient { Timeout = StorageTimeout }, settings.AddressRanges));
    }

    private static TimeProvider Time(IServiceProvider services) => services.GetRequiredService<TimeProvider>();
}
