using Microsoft.Extensions.DependencyInjection.Extensions;
using Shares.Local.CloudWatch;
using Shares.Local.CostExplorer;
using Shares.Local.Events;
using Shares.Local.Identity;
using Shares.Local.Permissions;
using Shares.Local.Policies;
using Shares.Local.S3.Http;
using Shares.Local.S3.Multipart;
using Shares.Local.S3.Storage;
using Shares.Local.S3Control;
using Shares.Local.Signing;
using Shares.Local.Sns;
using Shares.Local.Startup;
using Shares.Local.Sts;
using Shares.Local.Trail;
using Shares.Local.Transfers;

namespace Shares.Local.Aws;

/// <summary>The AWS of this machine: signatures, S3, S3 Control, STS, CloudWatch, Cost Explorer and SNS, with room for more services (<see cref="AwsService"/>).</summary>
public static class LocalAws
{
    public static IServiceCollection AddLocalAws(this IServiceCollection services, LocalAwsOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<RoleCatalog>();
        services.AddSingleton<CredentialStore>();
        services.AddSingleton<CredentialsEndpoint>();
        services.AddSingleton<SignatureVerifier>();
        services.AddSingleton<PolicyEvaluator>();
        services.AddSingleton<PermissionRecord>();
        services.AddSingleton<S3Authorizer>();
        services.AddSingleton<ActionAuthorizer>();
        services.AddSingleton(provider => new S3Store(options.DataFolder, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new AccessPointStore(options.DataFolder));
        services.AddSingleton<MultipartUploads>();
        services.AddSingleton<ManagementTrail>();
        services.AddSingleton(_ => new TransferLog(options.DataFolder));
        services.AddSingleton<ObjectRequests>();
        services.AddSingleton<S3Services>();
        services.AddSingleton<S3Endpoint>();
        services.AddSingleton<S3ControlEndpoint>();
        services.AddSingleton<AssumeRole>();
        services.AddSingleton<StsEndpoint>();
        services.AddSingleton<GetMetricData>();
        services.AddSingleton<CloudWatchEndpoint>();
        services.AddSingleton(_ => PriceTiers.Load(Path.Combine(Repository.Root, "infra", "prices", $"{LocalAccount.Region}.json")));
        services.AddSingleton<Bill>();
        services.AddSingleton<GetCostAndUsage>();
        services.AddSingleton<CostExplorerEndpoint>();
        services.AddSingleton<Notifications>();
        services.AddSingleton<SnsEndpoint>();
        services.AddSingleton(provider => new AwsService("sts", provider.GetRequiredService<StsEndpoint>().HandleAsync));
        services.AddSingleton(provider => new AwsService("monitoring", provider.GetRequiredService<CloudWatchEndpoint>().HandleAsync));
        services.AddSingleton(provider => new AwsService("ce", provider.GetRequiredService<CostExplorerEndpoint>().HandleAsync));
        services.AddSingleton(provider => new AwsService("sns", provider.GetRequiredService<SnsEndpoint>().HandleAsync));
        services.AddSingleton(provider =>
        {
            // Both sign for "s3".
            var (s3, control) = (provider.GetRequiredService<S3Endpoint>(), provider.GetRequiredService<S3ControlEndpoint>());
            return new AwsService("s3", (http, caller) => S3ControlEndpoint.IsFor(http) ? control.HandleAsync(http, caller) : s3.HandleAsync(http, caller));
        });
        services.AddSingleton<AwsDispatcher>();
        return services;
    }

    /// <summary>Serves every request that arrives on the two ports of AWS; others pass. Middleware added before sees <see cref="PrincipalFeature"/>.</summary>
    public static IApplicationBuilder MapLocalAws(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<LocalAwsOptions>();
        var dispatcher = app.Services.GetRequiredService<AwsDispatcher>();
        return app.MapWhen(
            http => http.Connection.LocalPort == options.InternetPort || http.Connection.LocalPort == options.VpcPort,
            aws => aws.Run(dispatcher.HandleAsync));
    }
}
