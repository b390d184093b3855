using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shares.Api.ListEgress;
using Shares.Api.OpenApi;
using Shares.Api.PreviewShare;
using Shares.Api.Sharing;
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
        builder.Services.AddSingleton(ApiSettings.From(builder.Configuration));
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
