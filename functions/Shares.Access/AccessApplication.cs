using Amazon.S3;
using Amazon.SecurityToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shares.Access.CompleteDataset;
using Shares.Access.Deciding;
using Shares.Access.ListFiles;
using Shares.Access.PresignFiles;
using Shares.Access.Sessions;
using Shares.Access.VendPipelineToken;
using Shares.Access.VendStorageToken;
using Shares.Aws.Objects;
using Shares.Aws.Sessions;
using Shares.Core.Ids;
using Shares.Data.Projects;
using Shares.Hosting;
using Shares.Web;

namespace Shares.Access;

/// <summary>The function that lists files, signs URLs and vends credentials: the only one that may assume a role that reads data.</summary>
public static class AccessApplication
{
    /// <summary>The function, given a builder that already has hosting and stores; tests give it their own, and their own clients of AWS.</summary>
    public static WebApplication BuildAccess(this WebApplicationBuilder builder)
    {
        var settings = AccessSettings.From(builder.Configuration);
        builder.Services.TryAddSingleton<IAmazonS3>(_ => S3Client.Create(settings.S3));
        builder.Services.TryAddSingleton<IAmazonSecurityTokenService>(_ => StsClient.Create(settings.Storage.Region, settings.StsEndpoint));
        AddHandlers(builder.Services.AddSingleton(settings));
        // Credentials, TLS and the SDK's first request are paid for before the first caller waits for them.
        builder.Services.AddLambdaWarmUp((services, ct) => services.GetRequiredService<ProjectStore>().FindAsync(new ProjectId(Guid.Empty), ct));
        return builder.Build().UseContract().MapContract(AccessRoutes.Map);
    }

    private static void AddHandlers(IServiceCollection services) => services
        .AddSingleton<ObjectLister>()
        .AddSingleton<SessionVendor>()
        .AddSingleton<DatasetAccess>()
        .AddSingleton<DatasetFiles>()
        .AddSingleton<GrantLog>()
        .AddSingleton<SessionCache>()
        .AddSingleton<LiveGrants>()
        .AddSingleton<DownloadSessions>()
        .AddSingleton<PipelineSessions>()
        .AddSingleton<UploadSessions>()
        .AddSingleton<ListFilesHandler>()
        .AddSingleton<PresignFilesHandler>()
        .AddSingleton<StorageTokenHandler>()
        .AddSingleton<PipelineTokenHandler>()
        .AddSingleton<Usages>()
        .AddSingleton<CompleteDatasetHandler>();
}
