namespace Shares.Local.Gateway;

/// <summary>Runs a function and waits for its answer: the seam to the local Lambda.</summary>
public interface IFunctionInvoker
{
    /// <param name="logicalId">Of the function in template.yaml.</param>
    /// <param name="payload">The event, JSON in UTF-8.</param>
    /// <param name="cancellationToken">Cancelled when nobody waits for the answer any more; the invocation itself may go on, as on AWS.</param>
    Task<InvokeResult> InvokeAsync(string logicalId, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);
}

/// <summary>How an invocation ended.</summary>
/// <param name="Payload">The function's response, or with an error its description, which callers of an API never see.</param>
/// <param name="FunctionError">Null for success, else as the Invoke API's header: Unhandled.</param>
/// <param name="IsThrottled">No instance was free; the function was not run.</param>
public sealed record InvokeResult(ReadOnlyMemory<byte> Payload, string? FunctionError = null, bool IsThrottled = false);
