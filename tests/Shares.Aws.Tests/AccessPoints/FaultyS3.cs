using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Shares.Aws.Tests.AccessPoints;

/// <summary>A request as it arrived.</summary>
public sealed record Received(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>
/// Answers, over real HTTP, what S3 answers on bad days and the local cloud never does: one answer after the other, the last one
/// again and again.
/// </summary>
public sealed class FaultyS3 : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Received> _received = new();
    private readonly CancellationTokenSource _closing = new();

    private FaultyS3(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");

    public IReadOnlyList<Received> Received => [.. _received];

    public static async Task<FaultyS3> StartAsync(params Answer[] answers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var stub = new FaultyS3(app);
        var next = -1;
        app.Run(async context =>
        {
            var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            stub._received.Enqueue(new(
                context.Request.Method, context.Request.Path.Value!, context.Request.QueryString.Value!,
                context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body));
            var answer = answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)];
            await answer.WriteAsync(context, stub._closing.Token);
        });
        await app.StartAsync();
        return stub;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _app.DisposeAsync();
        _closing.Dispose();
    }
}

public sealed record Answer(int Status, string Body = "")
{
    private const string Namespace = "http://awss3control.amazonaws.com/doc/2018-08-20/";

    /// <summary>The request is taken, and nothing comes back.</summary>
    public static readonly Answer Never = new(0);

    public static Answer Error(int status, string code) =>
        new(status, $"<ErrorResponse xmlns=\"{Namespace}\"><Error><Code>{code}</Code><Message>Said by S3 &amp; co.</Message></Error></ErrorResponse>");

    /// <summary>As S3 itself, beside S3 Control, writes errors.</summary>
    public static Answer PlainError(int status, string code) => new(status, $"<Error><Code>{code}</Code><Message>Said by S3.</Message></Error>");

    public static Answer Policy(string text) =>
        new(200, $"<GetAccessPointPolicyResult xmlns=\"{Namespace}\"><Policy>{System.Security.SecurityElement.Escape(text)}</Policy></GetAccessPointPolicyResult>");

    /// <summary>Of an object, or of a part of one.</summary>
    public string? ETag { get; init; }

    internal async Task WriteAsync(HttpContext context, CancellationToken closing)
    {
        if (this == Never)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            context.Abort();
            return;
        }

        context.Response.StatusCode = Status;
        if (ETag is not null) context.Response.Headers.ETag = ETag;
        if (Status != 204) await context.Response.WriteAsync(Body, CancellationToken.None);
    }
}
