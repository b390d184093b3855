using Microsoft.Extensions.Logging;
using Shares.Core.Audit;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Failures;
using Shares.Core.Sharing;
using Shares.Data.Egress;
using Shares.Data.Sharing;
using Shares.Hosting;

namespace Shares.Billing.CheckLimits;

/// <summary>
/// Holds each share that has a limit against it: tells at 80 and 100 %, suspends downloads where the publisher wants that, and lets them go on in the
/// next month. Suspending comes before telling: what the message says is so.
/// </summary>
public sealed partial class LimitsJob(
    ShareStore shares, EgressUseReader use, PriceList prices, LimitNotices notices, Metrics metrics, TimeProvider time, ILogger<LimitsJob> logger) : IJob
{
    private static readonly Actor Billing = Actor.System("billing");

    public Job Name => Job.Limits;

    public async Task RunAsync(InvocationContext context, CancellationToken ct)
    {
        var (now, failures, suspended) = (time.GetUtcNow(), new List<string>(), 0);
        var period = BillingPeriod.Of(now);
        var limited = await shares.ListLimitedAsync(ct).ToListAsync(ct);
        var uses = await use.OfManyAsync([.. limited.Where(share => share.EgressLimit is not null)], now, prices, ct);
        foreach (var share in limited)
        {
            if (share.EgressLimit is { } limit) suspended += await CheckAsync(share, limit, uses[share.Id], period, failures, ct);
            if (share.Suspension is not null && await ResumeAsync(share, period, failures, ct)) LogResumed(share.Id);
        }

        metrics.Add("SharesSuspended", suspended);
        if (failures.Count > 0) throw new JobFailedException(failures);
    }

    /// <returns>How many were suspended: one or none.</returns>
    private async Task<int> CheckAsync(Share share, EgressLimit limit, EgressUse used, BillingPeriod period, List<string> failures, CancellationToken ct)
    {
        var step = limit.Check(used);
        if (step == LimitCheck.None) return 0;
        var isDone = false;
        if (step == LimitCheck.Reached && limit.Action == EgressLimitAction.SuspendDownloads)
        {
            if (!(await shares.SuspendDownloadsAsync(share.Id, limit, used, period, Billing, ct)).Succeeded(out isDone, out var refused)) failures.Add(Sentence(share, refused));
            if (isDone) LogSuspended(share.Id, used.Bytes.Value);
        }

        // What was passed on the way is told too, so that both steps are always told, each once.
        foreach (var passed in new[] { LimitCheck.Warn80, LimitCheck.Reached }.Where(each => each <= step))
        {
            if (await notices.TellAsync(share, used, passed, period, ct) is { } failure) failures.Add(failure.Detail);
        }

        return isDone ? 1 : 0;
    }

    private async Task<bool> ResumeAsync(Share share, BillingPeriod period, List<string> failures, CancellationToken ct)
    {
        if ((await shares.ResumeDownloadsAsync(share.Id, period, Billing, ct)).Succeeded(out var isDone, out var refused)) return isDone;
        failures.Add(Sentence(share, refused));
        return false;
    }

    private static string Sentence(Share share, Failure failure) => $"Downloads of share {share.Id} could not be switched: {failure.Detail}";

    [LoggerMessage(640, LogLevel.Warning, "Downloads of share {ShareId} are suspended: its limit is reached with {Bytes} bytes")]
    private partial void LogSuspended(Core.Ids.ShareId shareId, long bytes);

    [LoggerMessage(641, LogLevel.Information, "Downloads of share {ShareId} go on: the month of its suspension is over")]
    private partial void LogResumed(Core.Ids.ShareId shareId);
}
