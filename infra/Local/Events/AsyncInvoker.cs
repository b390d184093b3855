using Shares.Local.Gateway;

namespace Shares.Local.Events;

/// <summary>Invokes functions for events that nobody waits for, and again when they fail, as Lambda does.</summary>
public sealed class AsyncInvoker(IFunctionInvoker functions, TimeProvider time, ILogger<AsyncInvoker> logger)
{
    /// <summary>The first and two more.</summary>
    public const int Tries = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Completes when the function is done with the event, or was tried often enough.</summary>
    /// <param name="what">Of what kind the event is, for the log.</param>
    public async Task InvokeAsync(string function, ReadOnlyMemory<byte> payload, string what)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                if ((await functions.InvokeAsync(function, payload, CancellationToken.None)).FunctionError is null) return;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                logger.LogError(exception, "{Function} could not be invoked for an event", function);
            }

            if (attempt < Tries) await Task.Delay(Pause, time);
        }

        logger.LogWarning("{Function} failed {Tries} times on an event of type {Type}", function, Tries, what);
    }
}
