using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Shares.Canary.TryDoors;
using Shares.Core.Canaries;
using Shares.Core.Ids;
using Shares.Data.Sharing;
using Shares.Hosting;

namespace Shares.Canary.PickShares;

/// <summary>
/// One run: the next shares in turn, those that failed before, and those of which sessions are held. What cannot be tried says nothing and is
/// tried again when its turn comes.
/// </summary>
public sealed partial class CanaryHandler(
    KeptStorageStore storage, CanaryStore results, ShareTrials trials, HeldSessions held, Metrics metrics, TimeProvider time, ILogger<CanaryHandler> logger)
{
    private const int SampleSize = 5;
    private const int AtOnce = 4;

    /// <summary>Kept back from the time of the invocation to write down what was found.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(10);

    public async Task HandleAsync(Wake _, InvocationContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        var kept = (await storage.ListAsync(ct)).Shares.Keys.ToHashSet();
        var (sample, round) = (await results.FindRoundAsync(ct)).Sample(kept, SampleSize);
        var end = context.Remaining(time) < TimeSpan.MaxValue - Reserve && context.Deadline < DateTimeOffset.MaxValue ? context.Deadline - Reserve : DateTimeOffset.MaxValue;
        var found = new ConcurrentDictionary<ShareId, CanaryResult>();
        await Parallel.ForEachAsync(
            sample.Union(held.Shares.Where(kept.Contains)), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (share, _) =>
            {
                if (time.GetUtcNow() < end && await TryAsync(share, ct) is { } result) found[share] = result;
            });
        var tried = found.Where(each => each.Value.Trials.Count > 0).ToDictionary();
        metrics.Add("CanaryShares", tried.Count);
        metrics.Add("CanaryUnclear", found.Count - tried.Count);
        // Also when it is zero: a canary that is not heard of is an alarm, and so is one that hears nothing.
        if (tried.Count > 0 || found.IsEmpty) metrics.Add("CanaryFailures", tried.Values.Sum(result => result.Trials.Count(trial => !trial.Passed)));
        var failing = round.Failing.Where(share => kept.Contains(share) && !tried.ContainsKey(share)).Concat(tried.Where(each => !each.Value.Passed).Select(each => each.Key));
        await results.PutRoundAsync(round with { Failing = [.. failing] }, ct);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The edge of one share: the others are tried all the same.")]
    private async Task<CanaryResult?> TryAsync(ShareId share, CancellationToken ct)
    {
        try
        {
            return await trials.TryAsync(share, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            metrics.Add("CanaryErrors", 1);
            LogFailed(share, e);
            return new CanaryResult(time.GetUtcNow(), []);
        }
    }

    [LoggerMessage(400, LogLevel.Error, "Share {ShareId} could not be tried")]
    private partial void LogFailed(ShareId shareId, Exception exception);
}
