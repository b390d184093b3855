using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Shares.Hosting.HttpApi;

/// <summary>
/// Collects a response. It starts, as on a network, with the first flush: from then on status and headers are fixed.
/// </summary>
internal sealed class LambdaResponse : IHttpResponseFeature, IHttpResponseBodyFeature
{
    private readonly HeaderDictionary headers = [];
    private readonly Stack<(Func<object, Task> Callback, object State)> starting = new();
    private readonly Stack<(Func<object, Task> Callback, object State)> completed = new();
    private readonly ResponseBody body;
    private int status = StatusCodes.Status200OK;
    private IHeaderDictionary current;
    private Stream? stream;

    public LambdaResponse()
    {
        body = new(StartAsync);
        current = headers;
    }

    public ReadOnlyMemory<byte> Written => body.Written;

    public bool HasStarted { get; private set; }

    public int StatusCode
    {
        get => status;
        set => status = HasStarted ? throw new InvalidOperationException("The response has started; its status is fixed.") : value;
    }

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers
    {
        get => current;
        set => current = HasStarted ? throw new InvalidOperationException("The response has started; its headers are fixed.") : value;
    }

    Stream IHttpResponseFeature.Body
    {
        get => Stream;
        set => throw new NotSupportedException("Replace the response body feature instead.");
    }

    public Stream Stream => stream ??= body.AsStream(leaveOpen: true);

    public PipeWriter Writer => body;

    public void OnStarting(Func<object, Task> callback, object state) => starting.Push((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => completed.Push((callback, state));

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (HasStarted) return;
        while (starting.TryPop(out var next)) await next.Callback(next.State);
        HasStarted = true;
        headers.IsReadOnly = true;
    }

    public Task CompleteAsync() => StartAsync();

    public async Task RunCompletedAsync()
    {
        while (completed.TryPop(out var next)) await next.Callback(next.State);
    }

    public void DisableBuffering()
    {
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(Stream, path, offset, count, cancellationToken);
}
