using Amazon.SecurityToken;
using Microsoft.Extensions.DependencyInjection;
using Shares.Aws.Sessions;
using Shares.Canary.PickShares;
using Shares.Canary.TryDoors;
using Shares.Data;
using Shares.Hosting;

namespace Shares.Canary;

/// <summary>The function: woken by a schedule, it tries from the Internet what shares must refuse and what they must allow.</summary>
public static class CanaryFunction
{
    public static async Task RunAsync()
    {
        using var runtime = LambdaRuntime.Create();
        var settings = CanarySettings.From(runtime.Configuration);
        await using var services = new ServiceCollection()
            .AddSingleton(runtime.LoggerFactory).AddLogging()
            .AddSingleton(runtime.Time).AddSingleton(runtime.Metrics)
            .AddSharesData(settings.TableName)
            .AddSingleton<IAmazonSecurityTokenService>(_ => StsClient.Create(settings.S3.Region, settings.Sts))
            .AddCanary(settings)
            .BuildServiceProvider();
        await LambdaFunction.RunAsync(services.GetRequiredService<CanaryHandler>().HandleAsync, CanaryJson.Default.Wake, runtime: runtime);
    }

    /// <summary>Everything of this function but the clients of the table and of STS, and what the container has anyway.</summary>
    public static IServiceCollection AddCanary(this IServiceCollection services, CanarySettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(_ => new HttpClient { Timeout = TimeSpan.FromSeconds(10) })
        .AddSingleton<SessionVendor>().AddSingleton<CanarySessions>().AddSingleton<HeldSessions>().AddSingleton<Visitor>()
        .AddSingleton<AnalyzeDoors>().AddSingleton<DownloadDoors>().AddSingleton<ShareTrials>().AddSingleton<CanaryHandler>();
}
