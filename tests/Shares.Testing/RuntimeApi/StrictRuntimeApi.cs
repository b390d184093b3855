using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Shares.Testing.RuntimeApi;

/// <summary>
/// The Lambda Runtime API for one function, over real HTTP on a free port of this machine. As strict as Lambda: 202 to a correct answer,
/// 403 to one out of order or to an unknown invocation, 413 over the limit. Events are delivered one after the other.
/// </summary>
public sealed partial class StrictRuntimeApi : IAsyncDisposable
{
    public const string FunctionArn = "arn:aws:lambda:us-east-1:111122223333:function:UnderTest";

    public const string TraceRoot = "1-67000000-0123456789abcdef01234567";

    /// <summary>Longest response, in bytes.</summary>
    public const int ResponseLimit = 6 * 1024 * 1024 + 100;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Channel<PendingInvocation> events = Channel.CreateUnbounded<PendingInvocation>();
    private readonly RuntimeApiState state = new();
    private readonly TaskCompletionSource<InvocationError> initError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> violations = new();
    private readonly CancellationTokenSource closing = new();
    private readonly WebApplication app;
    private int failure;

    private StrictRuntimeApi(string path)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null).UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        app = builder.Build();
        var runtime = app.MapGroup($"{path}/2018-06-01/runtime");
        runtime.MapGet("invocation/next", (RequestDelegate)NextAsync);
        runtime.MapPost("invocation/{id}/response", (RequestDelegate)ResponseAsync);
        runtime.MapPost("invocation/{id}/error", (RequestDelegate)ErrorAsync);
        runtime.MapPost("init/error", (RequestDelegate)InitErrorAsync);
    }

    /// <summary>Value for <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Program arguments that let a function find this API without the process environment, which tests share.</summary>
    public string[] Arguments => [$"--AWS_LAMBDA_RUNTIME_API={Address}"];

    /// <summary>Comes when the function reports that it cannot start.</summary>
    public Task<InvocationError> InitError => initError.Task.WaitAsync(Patience, TimeProvider.System);

    /// <summary>Calls that were answered with 403.</summary>
    public IReadOnlyCollection<string> Violations => violations;

    /// <param name="path">A path that the address ends in, <c>/function</c>, as that of AWS's test tool does.</param>
    public static async Task<StrictRuntimeApi> StartAsync(string path = "")
    {
        var api = new StrictRuntimeApi(path);
        await api.app.StartAsync();
        var addresses = api.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        api.Address = new Uri(addresses.Addresses.Single()).Authority + path;
        return api;
    }

    /// <summary>Lets the function handle one event.</summary>
    /// <param name="deadline">In 30 seconds when null.</param>
    /// <exception cref="TimeoutException">There was no answer in 30 seconds.</exception>
    public async Task<InvocationOutcome> InvokeAsync(string eventJson, DateTimeOffset? deadline = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var invocation = new PendingInvocation(
            Guid.CreateVersion7(now).ToString(), eventJson, deadline ?? now + Patience, $"Root={TraceRoot};Parent=0123456789abcdef;Sampled=1");
        await events.Writer.WriteAsync(invocation);
        return await invocation.Outcome.WaitAsync(Patience, TimeProvider.System);
    }

    /// <inheritdoc cref="InvokeAsync(string, DateTimeOffset?)"/>
    public async Task<HttpApiAnswer> InvokeAsync(HttpApiEvent request, DateTimeOffset? deadline = null) =>
        (await InvokeAsync(request.ToJson(), deadline)).Http;

    /// <summary>From now on every call is answered with this status, as by a Runtime API that is broken.</summary>
    public void Break(int status) => failure = status;

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await app.DisposeAsync();
        closing.Dispose();
    }

    private async Task NextAsync(HttpContext context)
    {
        if (IsBroken(context)) return;
        if (!state.TryAsk())
        {
            Refuse(context);
            return;
        }
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing.Token);
        PendingInvocation? invocation = null;
        try
        {
            invocation = await events.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
        state.Give(invocation);
        if (invocation is null) return;
        if (IsBroken(context)) return;
        await invocation.SendAsync(context.Response);
    }

    private async Task ResponseAsync(HttpContext context)
    {
        if (IsBroken(context)) return;
        var body = await ReadAsync(context);
        if (state.TryAnswer(Id(context)) is not { } invocation)
        {
            Refuse(context);
            return;
        }
        var tooLarge = body.Length > ResponseLimit;
        context.Response.StatusCode = tooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status202Accepted;
        invocation.End(tooLarge ? new(null, null, TooLarge: true) : new(System.Text.Encoding.UTF8.GetString(body), null, TooLarge: false));
    }

    private async Task ErrorAsync(HttpContext context)
    {
        if (IsBroken(context)) return;
        var error = await ReadErrorAsync(context);
        if (state.TryAnswer(Id(context)) is not { } invocation)
        {
            Refuse(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        invocation.End(new(null, error, TooLarge: false));
    }

    private async Task InitErrorAsync(HttpContext context)
    {
        var error = await ReadErrorAsync(context);
        if (state.TryFailInit() && initError.TrySetResult(error)) context.Response.StatusCode = StatusCodes.Status202Accepted;
        else Refuse(context);
    }

    private bool IsBroken(HttpContext context)
    {
        if (failure == 0) return false;
        context.Response.StatusCode = failure;
        return true;
    }

    private void Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        violations.Enqueue($"{context.Request.Method} {context.Request.Path}");
    }

    private static string? Id(HttpContext context) => context.Request.RouteValues["id"] as string;

    private static async Task<InvocationError> ReadErrorAsync(HttpContext context)
    {
        var type = context.Request.Headers["Lambda-Runtime-Function-Error-Type"].ToString();
        var body = System.Text.Encoding.UTF8.GetString(await ReadAsync(context));
        return new(ErrorType.IsMatch(type) ? type : "Unknown", body);
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    [GeneratedRegex(@"^(Runtime|Function)\.[A-Z][A-Za-z]+$")]
    private static partial Regex ErrorType { get; }
}
