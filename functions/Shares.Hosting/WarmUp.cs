using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Shares.Hosting;

/// <summary>
/// Work done once before the first event is asked for, when Lambda gives full CPU whatever the memory size: typically one real call
/// to the store, which fetches credentials and opens connections. A failure is logged and ends nothing.
/// </summary>
internal sealed partial class WarmUp(Func<CancellationToken, Task> work)
{
    /// <summary>Lambda gives a start ten seconds in all.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [SuppressMessage("Design", "CA1031", Justification = "The first request finds out for itself, and can tell its caller.")]
    public async Task RunAsync(ILogger logger, TimeProvider time, CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
        try
        {
            await work(either.Token).WaitAsync(either.Token);
        }
        catch (Exception exception)
        {
            LogFailed(logger, exception);
        }
    }

    [LoggerMessage(20, LogLevel.Warning, "The warm-up failed")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
