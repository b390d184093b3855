using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Shares.Local.Lambda;

/// <summary>Lambda's Runtime API for one process, on a port of its own as on Lambda, where every sandbox has its own address.</summary>
public sealed class RuntimeApi : IAsyncDisposable
{
    private const string Version = "/2018-06-01/runtime";

    private readonly WebApplication _app;
    private readonly FunctionDefinition _function;

    private RuntimeApi(WebApplication app, FunctionDefinition function) => (_app, _function) = (app, function);

    public RuntimeConversation Conversation { get; } = new();

    /// <summary>Value of <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Address { get; private set; } = "";

    public static async Task<RuntimeApi> StartAsync(FunctionDefinition function)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var api = new RuntimeApi(app, function);
        app.MapGet($"{Version}/invocation/next", api.NextAsync);
        app.MapPost($"{Version}/invocation/{{requestId}}/response", api.RespondAsync);
        app.MapPost($"{Version}/invocation/{{requestId}}/error", api.FailAsync);
        app.MapPost($"{Version}/init/error", api.FailInitAsync);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        api.Address = new Uri(address).Authority;
        return api;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task NextAsync(HttpContext context)
    {
        if (await Conversation.NextAsync(context.RequestAborted) is not { } invocation)
        {
            await RefuseAsync(context, RuntimeVerdict.WrongOrder);
            return;
        }

        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = invocation.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = LambdaNames.Arn(_function.Name);
        headers["Lambda-Runtime-Trace-Id"] = TraceId.For(invocation);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = invocation.Payload.Length;
        await context.Response.Body.WriteAsync(invocation.Payload, context.RequestAborted);
    }

    private async Task RespondAsync(HttpContext context, string requestId)
    {
        var payload = await BoundedBody.ReadAsync(context.Request, PayloadLimits.Response);
        var verdict = Conversation.Answer(requestId, payload is { } body ? new(body, IsError: false) : InvocationAnswer.TooLarge());
        if (verdict is RuntimeVerdict.Accepted && payload is null)
        {
            await WriteAsync(context, StatusCodes.Status413PayloadTooLarge, "RequestEntityTooLarge",
                $"Exceeded maximum allowed payload size ({PayloadLimits.Response} bytes).");
            return;
        }

        await ConfirmAsync(context, verdict);
    }

    private async Task FailAsync(HttpContext context, string requestId) =>
        await ConfirmAsync(context, Conversation.Answer(requestId, await ReadErrorAsync(context)));

    private async Task FailInitAsync(HttpContext context) =>
        await ConfirmAsync(context, Conversation.FailInit(await ReadErrorAsync(context)));

    private static async Task<InvocationAnswer> ReadErrorAsync(HttpContext context) =>
        await BoundedBody.ReadAsync(context.Request, PayloadLimits.Response) is { } body
            ? new(body, IsError: true)
            : InvocationAnswer.TooLarge();

    private static Task ConfirmAsync(HttpContext context, RuntimeVerdict verdict)
    {
        if (verdict is not RuntimeVerdict.Accepted) return RefuseAsync(context, verdict);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync("""{"status":"OK"}""");
    }

    private static Task RefuseAsync(HttpContext context, RuntimeVerdict verdict) => verdict is RuntimeVerdict.UnknownRequest
        ? WriteAsync(context, StatusCodes.Status400BadRequest, "InvalidRequestID", "Invalid request ID")
        : WriteAsync(context, StatusCodes.Status403Forbidden, "InvalidStateTransition", "This call is not allowed in the current state.");

    private static Task WriteAsync(HttpContext context, int status, string type, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(new JsonObject { ["errorMessage"] = message, ["errorType"] = type }.ToJsonString());
    }
}
