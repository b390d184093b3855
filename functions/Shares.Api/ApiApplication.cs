using Amazon.Runtime.Credentials;
using Amazon.S3;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shares.Api.GetEgressReport;
using Shares.Api.ListEgress;
using Shares.Api.OpenApi;
using Shares.Api.PreviewShare;
using Shares.Api.Sharing;
using Shares.Aws.Objects;
using Shares.Core.Ids;
using Shares.Data.Projects;
using Shares.Hosting;
using Shares.Web;

namespace Shares.Api;

public static class ApiApplication
{
    /// <summary>The function, given a builder that already has hosting and stores; tests give it their own.</summary>
    public static WebApplication BuildApi(this WebApplicationBuilder builder)
    {
        var settings = ApiSettings.From(builder.Configuration);
        builder.Services.AddSingleton(settings).AddSingleton(settings.Finance).AddSingleton<ReportFiles>();
        builder.Services.TryAddSingleton<IAmazonS3>(_ => S3Client.Create(settings.S3));
        builder.Services.TryAddSingleton(_ => DefaultAWSCredentialsIdentityResolver.GetCredentials());
        builder.Services.AddSingleton(_ => EgressPrices.Of(builder.Configuration["AWS_REGION"]));
        builder.Services.AddSingleton<ShareUse>().AddSingleton<EgressSummary>();
        // Credentials, TLS and the SDK's first request are paid for before the first caller waits for them.
        builder.Services.AddLambdaWarmUp((services, ct) => services.GetRequiredService<ProjectStore>().FindAsync(new ProjectId(Guid.Empty), ct));
        var app = builder.Build();
        app.UseContract();
        app.MapContract(ApiRoutes.Map);
        // Where tools look for it, beside the address that every other route has.
        app.MapGet("/openapi.json", OpenApiHandler.Handle);
        return app;
    }
}
