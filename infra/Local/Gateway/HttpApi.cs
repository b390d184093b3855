using System.Text.Json.Nodes;
using Shares.Local.Template;

namespace Shares.Local.Gateway;

/// <summary>A request's way through the HTTP API: limits, route, authorizer, function, answer.</summary>
internal sealed partial class HttpApi(
    RouteTable routes,
    JwtAuthorizer jwt,
    IamAuthorizer iam,
    HttpApiEvent events,
    IFunctionInvoker functions,
    TimeProvider time,
    ILogger<HttpApi> logger)
{
    public async Task HandleAsync(HttpContext context, GatewayPath path)
    {
        if (routes.Find(context.Request.Method, path.Decoded) is not { } match)
        {
            await GatewayAnswer.NotFound.WriteAsync(context);
            return;
        }

        if (await RequestLimits.ReadBodyAsync(context.Request, context.RequestAborted) is not { } body)
        {
            await GatewayAnswer.TooLarge.WriteAsync(context);
            return;
        }

        context.Request.Body = new MemoryStream(body);
        var (authorizer, refusal) = await AuthorizeAsync(context, match.Route.Authorizer);
        if (refusal is not null)
        {
            await refusal.WriteAsync(context);
            return;
        }

        var payload = events.Build(context, path, match, authorizer, body);
        if (payload.Length > RequestLimits.EventBytes) await GatewayAnswer.TooLarge.WriteAsync(context);
        else await InvokeAsync(context, match.Route.FunctionLogicalId, payload);
    }

    private async Task<(JsonObject? Authorizer, GatewayAnswer? Refusal)> AuthorizeAsync(HttpContext context, RouteAuthorizer authorizer)
    {
        switch (authorizer)
        {
            case RouteAuthorizer.None:
                return (null, null);
            case RouteAuthorizer.Jwt:
                var claims = await jwt.AuthorizeAsync(context.Request);
                return claims is null
                    ? (null, GatewayAnswer.Unauthorized)
                    : (new JsonObject { ["jwt"] = new JsonObject { ["claims"] = EventClaims.Of(claims), ["scopes"] = null } }, null);
            default:
                var caller = await iam.AuthorizeAsync(context);
                return caller is null ? (null, GatewayAnswer.Forbidden) : (new JsonObject { ["iam"] = caller }, null);
        }
    }

    private async Task InvokeAsync(HttpContext context, string function, byte[] payload)
    {
        using var timeout = new CancellationTokenSource(RequestLimits.Wait, time);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        InvokeResult result;
        try
        {
            result = await functions.InvokeAsync(function, payload, waiting.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            await GatewayAnswer.TimedOut.WriteAsync(context);
            return;
        }

        if (result.IsThrottled)
        {
            await GatewayAnswer.Unavailable.WriteAsync(context);
            return;
        }

        if (result.FunctionError is null && FunctionAnswer.Read(result.Payload) is { } answer)
        {
            await answer.WriteAsync(context);
            return;
        }

        LogFailed(function, result.FunctionError ?? "its response is not one that API Gateway understands");
        await GatewayAnswer.InternalServerError.WriteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed: {Why}")]
    private partial void LogFailed(string function, string why);
}
