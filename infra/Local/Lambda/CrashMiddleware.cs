using Microsoft.AspNetCore.Http.Features;

namespace Shares.Local.Lambda;

/// <summary>Stands before AWS: when a call is the last of its caller, carries it out, kills the caller, and drops the response.</summary>
public static class CrashMiddleware
{
    public static IApplicationBuilder UseCrashes(this IApplicationBuilder app, CrashControl crashes) => app.Use((context, next) =>
        crashes.Count(context.Request) is { } victim ? CarryOutAndKillAsync(context, next, victim) : next(context));

    private static async Task CarryOutAndKillAsync(HttpContext context, RequestDelegate next, Sandbox victim)
    {
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var dropped = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(dropped));
        try
        {
            await next(context);
        }
        finally
        {
            victim.Kill();
            context.Features.Set(body);
            context.Abort();
        }
    }
}
