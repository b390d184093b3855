using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Shares.Local.Issuer;
using Shares.Local.Portal;
using Shares.Local.Signing;
using Shares.Local.Template;

namespace Shares.Local.Gateway;

/// <summary>The HTTP API of the template, the issuer and the portal, on one port of the host.</summary>
public static class LocalGateway
{
    /// <summary>
    /// Needs <see cref="TemplateModel"/>, <see cref="IFunctionInvoker"/>, <see cref="SignatureVerifier"/> and <see cref="TimeProvider"/>
    /// from the host.
    /// </summary>
    public static IServiceCollection AddLocalGateway(this IServiceCollection services, GatewayOptions options)
    {
        // Larger than the gateway's own limits, so that the gateway is what refuses.
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.Limits.MaxRequestLineSize = 32 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 64 * 1024;
        });
        services.AddSingleton(options);
        services.AddSingleton(_ => IssuerKey.Open(options.DataFolder));
        services.AddSingleton<AuthorizationCodes>();
        services.AddSingleton<RefreshTokens>();
        services.AddSingleton<SignedInBrowsers>();
        var issuer = LocalIssuer.AddressFor(options.Port);
        services.AddSingleton(host => ActivatorUtilities.CreateInstance<TokenFactory>(host, issuer));
        services.AddSingleton(host => ActivatorUtilities.CreateInstance<LocalIssuer>(host, issuer));
        services.AddSingleton(host => new JwtAuthorizer(
            host.GetRequiredService<TemplateModel>().JwtAuthorizer, host.GetRequiredService<IssuerKey>().Key, host.GetRequiredService<TimeProvider>()));
        services.AddSingleton(host => new RouteTable(host.GetRequiredService<TemplateModel>().Routes));
        services.AddSingleton<IamAuthorizer>();
        services.AddSingleton<HttpApiEvent>();
        services.AddSingleton<HttpApi>();
        return services;
    }

    /// <summary>Takes every request that arrives on the gateway's port; call it before other handlers.</summary>
    public static void MapLocalGateway(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<GatewayOptions>();
        app.MapWhen(context => context.Connection.LocalPort == options.Port, gateway =>
        {
            gateway.Use(HandleAsync);
            gateway.UsePortal(options);
        });
    }

    private static Task HandleAsync(HttpContext context, RequestDelegate portal)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (RequestLimits.HasTooLargeHeaders(context.Request, target)) return GatewayAnswer.HeadersTooLarge.WriteAsync(context);
        if (!target.StartsWith('/')) return GatewayAnswer.NotFound.WriteAsync(context);
        if (context.Request.Path.StartsWithSegments(LocalIssuer.Path, StringComparison.Ordinal))
            return context.RequestServices.GetRequiredService<LocalIssuer>().HandleAsync(context);
        var path = GatewayPath.Of(target);
        return IsOfHttpApi(context, path)
            ? context.RequestServices.GetRequiredService<HttpApi>().HandleAsync(context, path)
            : portal(context);
    }

    /// <summary>Whatever is not the portal's: below the two prefixes all paths, elsewhere those that are routes.</summary>
    private static bool IsOfHttpApi(HttpContext context, GatewayPath path) =>
        path.Decoded is "/api" or "/iam"
        || path.Decoded.StartsWith("/api/", StringComparison.Ordinal)
        || path.Decoded.StartsWith("/iam/", StringComparison.Ordinal)
        || context.RequestServices.GetRequiredService<RouteTable>().Find(context.Request.Method, path.Decoded) is not null;
}
