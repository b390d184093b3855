using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Shares.Hosting.Logging;

namespace Shares.Hosting.RuntimeApi;

/// <summary>Handles one event: the response goes into the buffer, or a fault comes back. An exception is a fault too.</summary>
internal delegate Task<InvocationFault?> InvocationHandler(Invocation invocation, ArrayBufferWriter<byte> response, CancellationToken aborted);

/// <summary>Takes one event after the other until it is stopped or the Runtime API fails.</summary>
internal sealed partial class InvocationLoop(RuntimeApiClient api, Metrics metrics, TimeProvider time, ILogger<InvocationLoop> logger)
{
    /// <summary>Work is cancelled this long before Lambda would end it, so that there is time to answer.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private const int KeptCapacity = 1024 * 1024;

    /// <exception cref="RuntimeApiException">The Runtime API failed: the process is to exit.</exception>
    public async Task RunAsync(InvocationHandler handle, CancellationToken stopping)
    {
        var response = new ArrayBufferWriter<byte>(16 * 1024);
        for (var first = true; !stopping.IsCancellationRequested; first = false)
        {
            Invocation invocation;
            try
            {
                invocation = await api.NextAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            using (invocation) await HandleAsync(handle, invocation, response, first);
            response = response.Capacity > KeptCapacity ? new(16 * 1024) : response;
        }
    }

    private async Task HandleAsync(InvocationHandler handle, Invocation invocation, ArrayBufferWriter<byte> response, bool first)
    {
        var context = invocation.Context;
        InvocationScope.Current = new(context, coldStart: first);
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", context.TraceId);
        response.ResetWrittenCount();

        using var aborted = new CancellationTokenSource(TimeUntilAbort(context), time);
        var fault = await TryHandleAsync(handle, invocation, response, aborted.Token);
        metrics.Flush();

        var answer = fault is null
            ? await api.RespondAsync(context.RequestId, response.WrittenMemory)
            : await api.FailAsync(context.RequestId, fault);
        if (answer == RuntimeApiAnswer.TooLarge) LogTooLarge(response.WrittenCount);
        if (answer == RuntimeApiAnswer.Refused) LogRefused();
    }

    [SuppressMessage("Design", "CA1031", Justification = "The function's edge: what escaped the handler is reported to Lambda.")]
    private async Task<InvocationFault?> TryHandleAsync(
        InvocationHandler handle, Invocation invocation, ArrayBufferWriter<byte> response, CancellationToken aborted)
    {
        try
        {
            return await handle(invocation, response, aborted);
        }
        catch (Exception exception)
        {
            LogFailed(exception);
            return InvocationFault.Of(exception);
        }
    }

    private TimeSpan TimeUntilAbort(InvocationContext context)
    {
        var left = context.Remaining(time) - Margin;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > Longest ? Longest : left;
    }

    [LoggerMessage(1, LogLevel.Error, "The response has {Bytes} bytes, more than Lambda takes; the caller got an error")]
    private partial void LogTooLarge(int bytes);

    [LoggerMessage(2, LogLevel.Error, "Lambda refused the answer to this invocation")]
    private partial void LogRefused();

    [LoggerMessage(3, LogLevel.Error, "The function failed")]
    private partial void LogFailed(Exception exception);
}
