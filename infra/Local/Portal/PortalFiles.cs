using System.Text.Json.Nodes;
using Microsoft.Extensions.FileProviders;
using Shares.Local.Gateway;
using Shares.Local.Issuer;
using Shares.Local.Template;

namespace Shares.Local.Portal;

/// <summary>The build of the portal at /, served as CloudFront serves it: the same headers, and index.html for the addresses of pages.</summary>
internal static class PortalFiles
{
    /// <summary>Names in this folder of the build change with their contents.</summary>
    private const string Hashed = "/assets/";

    public static void UsePortal(this IApplicationBuilder app, GatewayOptions options)
    {
        var headers = app.ApplicationServices.GetRequiredService<TemplateModel>().Portal.Headers;
        app.Use((context, next) =>
        {
            foreach (var (name, value) in headers) context.Response.Headers[name] = value;
            if (IsPage(context.Request.Path.Value!)) context.Request.Path = "/index.html";
            return next(context);
        });
        app.MapWhen(context => context.Request.Path == "/config.json", config => config.Run(context => ConfigureAsync(context, options.Port)));
        // Made by infra/run.sh before this program starts; without it there is a system without pages.
        if (Directory.Exists(options.PortalFolder))
        {
            app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(Path.GetFullPath(options.PortalFolder)),
                OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                    file.Context.Request.Path.StartsWithSegments(Hashed.TrimEnd('/')) ? "public, max-age=31536000, immutable" : "no-cache",
            });
        }

        app.Run(GatewayAnswer.NotFound.WriteAsync);
    }

    /// <summary>Files have a dot in the last part of their address, pages have none.</summary>
    private static bool IsPage(string path) => !path[(path.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal);

    private static Task ConfigureAsync(HttpContext context, int port)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-cache";
        var configuration = new JsonObject { ["issuer"] = LocalIssuer.AddressFor(port), ["clientId"] = LocalIssuer.ClientId };
        return context.Response.WriteAsync(configuration.ToJsonString(), context.RequestAborted);
    }
}
