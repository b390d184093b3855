using Microsoft.Extensions.FileProviders;

namespace Shares.Local.Gateway;

/// <summary>The files at /: their own scripts and styles only, and shown in no other page.</summary>
internal static class Pages
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void UsePages(this IApplicationBuilder app, string folder)
    {
        var files = new PhysicalFileProvider(Path.GetFullPath(folder));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = file =>
            {
                file.Context.Response.Headers.ContentSecurityPolicy = Policy;
                file.Context.Response.Headers.XContentTypeOptions = "nosniff";
                file.Context.Response.Headers["Referrer-Policy"] = "no-referrer";
                file.Context.Response.Headers.CacheControl = "no-cache";
            },
        });
        app.Run(GatewayAnswer.NotFound.WriteAsync);
    }
}
