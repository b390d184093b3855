using Shares.Hosting;

namespace Shares.Billing;

/// <summary>
/// A job that is safe to run twice, side by side with itself, and to die anywhere: what it leaves half done the next run does.
/// </summary>
public interface IJob
{
    Job Name { get; }

    /// <param name="context">Says until when.</param>
    /// <exception cref="JobFailedException">Not all of it could be done.</exception>
    Task RunAsync(InvocationContext context, CancellationToken ct);
}
