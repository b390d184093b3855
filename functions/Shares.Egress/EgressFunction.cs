using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shares.Aws.Objects;
using Shares.Core.Ids;
using Shares.Data;
using Shares.Data.Egress;
using Shares.Egress.RecordDelivery;
using Shares.Hosting;

namespace Shares.Egress;

/// <summary>The function: woken by the trail's log group, it records who read how much of which dataset through which share.</summary>
public static class EgressFunction
{
    public static async Task RunAsync()
    {
        using var runtime = LambdaRuntime.Create();
        var settings = EgressSettings.From(runtime.Configuration);
        await using var services = new ServiceCollection()
            .AddSingleton(runtime.LoggerFactory).AddLogging()
            .AddSingleton(runtime.Time).AddSingleton(runtime.Metrics)
            .AddSharesData(settings.TableName)
            .AddSingleton<IAmazonS3>(_ => S3Client.Create(settings.S3))
            .AddEgress(settings)
            .BuildServiceProvider();
        await LambdaFunction.RunAsync(
            services.GetRequiredService<DeliveryHandler>().HandleAsync, EgressJson.Default.LogDelivery,
            ct => services.GetRequiredService<PublisherFinder>().FindAsync(new Dictionary<ShareId, string> { [new ShareId(Guid.Empty)] = "" }, ct), runtime);
    }

    /// <summary>Everything of this function but the clients of the table and of S3, and what the container has anyway.</summary>
    public static IServiceCollection AddEgress(this IServiceCollection services, EgressSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return services
            .AddSingleton(settings.Attribution)
            .AddSingleton(c => new AddressRanges(
                c.GetRequiredService<IAmazonS3>(), settings.ReportsBucket, c.GetRequiredService<TimeProvider>(), c.GetRequiredService<ILogger<AddressRanges>>()))
            .AddSingleton<DeliveryHandler>();
    }
}
