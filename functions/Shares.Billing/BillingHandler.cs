using Microsoft.Extensions.Logging;
using Shares.Core;
using Shares.Hosting;

namespace Shares.Billing;

/// <summary>Runs the job that a schedule asks for. A job that fails makes the invocation fail and counts as a failed run, which alarms.</summary>
public sealed partial class BillingHandler(IEnumerable<IJob> jobs, Metrics metrics, ILogger<BillingHandler> logger)
{
    /// <exception cref="FormatException">There is no such job.</exception>
    public async Task HandleAsync(Wake wake, InvocationContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wake);
        var isDone = false;
        try
        {
            var name = ContractName.Parse<Job>(wake.Job);
            await jobs.Single(job => job.Name == name).RunAsync(context, ct);
            isDone = true;
        }
        finally
        {
            // Also when it is zero, so that a schedule that wakes nobody is seen.
            metrics.Add("BillingFailedRuns", isDone ? 0 : 1);
            if (!isDone) LogFailed(wake.Job);
        }
    }

    [LoggerMessage(600, LogLevel.Error, "Job {Job} could not do all of its work")]
    private partial void LogFailed(string job);
}
