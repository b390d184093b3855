using Microsoft.Extensions.Logging;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;
using Shares.Data.Egress;
using Shares.Hosting;

namespace Shares.Billing.MakeStatements;

/// <summary>
/// Estimates the running month; closes months when AWS's bill of them is final; and writes a new version of a closed month when its ledger or its
/// bill has changed since.
/// </summary>
public sealed partial class StatementsJob(
    BillKeeper bills, LedgerPass ledger, StatementMaker maker, StatementStore statements, Evidence evidence, Metrics metrics, TimeProvider time,
    ILogger<StatementsJob> logger) : IJob
{
    public Job Name => Job.Statements;

    public async Task RunAsync(InvocationContext context, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var running = BillingPeriod.Of(now);
        var months = Enumerable.Range(0, Closing.Months).Aggregate(new List<BillingPeriod> { running }, (list, _) => [list[0].Previous, .. list]);
        var unanswered = await bills.RefreshAsync(months[0], running, ct);
        var overdue = 0;
        foreach (var month in months)
        {
            var made = await MakeAsync(month, running, now, ct);
            if (made is { Status: StatementStatus.Estimated } && now >= month.End + Closing.Overdue) overdue++;
            if (month == running && made is not null) Measure(made);
        }

        metrics.Add("StatementsOverdue", overdue);
        // What was said before still counts, and the estimate is made: but somebody is to hear of it.
        if (unanswered is not null) throw new JobFailedException(unanswered);
    }

    /// <returns>The statement that the month has now; null when it has none.</returns>
    private async Task<Statement?> MakeAsync(BillingPeriod month, BillingPeriod running, DateTimeOffset now, CancellationToken ct)
    {
        var (bill, latest) = (await bills.FindAsync(month, ct), await statements.LatestAsync(month, ct));
        if (latest is { Status: StatementStatus.Final }) return await CorrectAsync(latest, bill, now, ct);
        if (latest is null && month != running && await IsBeforeSharesAsync(month, ct)) return null;
        if (!Closing.IsReady(month, bill, await evidence.TrailReadUntilAsync(ct), now)) return await maker.EstimateAsync(month, bill, ct) ?? latest;
        if (await maker.CloseAsync(month, bill!, before: null, ct) is not { } closed) return await statements.LatestAsync(month, ct);
        LogClosed(month, closed.Billed, closed.Unattributed);
        return closed;
    }

    private async Task<Statement> CorrectAsync(Statement latest, Bill? bill, DateTimeOffset now, CancellationToken ct)
    {
        if (bill is not { IsEstimated: false } || now < latest.MadeAt + Closing.BetweenVersions) return latest;
        if (bill.Lines.SequenceEqual(latest.Lines) && (await ledger.ReadAsync(latest.Period, null, ct)).Digest == latest.Digest) return latest;
        if (await maker.CloseAsync(latest.Period, bill, latest, ct) is not { } corrected) return latest;
        LogCorrected(corrected.Period, corrected.Version, corrected.Billed, corrected.Unattributed);
        return corrected;
    }

    /// <summary>Months before the first download are none of ours, whatever the account paid.</summary>
    private async Task<bool> IsBeforeSharesAsync(BillingPeriod month, CancellationToken ct) =>
        await statements.LatestAsync(month.Previous, ct) is null && (await ledger.ReadAsync(month, null, ct)).Totals.IsEmpty;

    private void Measure(Statement statement)
    {
        var unattributed = statement.Zones.Sum(zone => (decimal)zone.Unattributed.Value);
        var all = unattributed + statement.Zones.Sum(zone => (decimal)zone.Attributed.Value);
        metrics.Add("StatementUnattributedPercent", (int)decimal.Ceiling(all == 0 ? 0 : unattributed / all * 100), MetricUnit.Percent);
    }

    [LoggerMessage(630, LogLevel.Information, "Closed {Month}: AWS billed {Billed}, of which {Unattributed} are paid by no publisher")]
    private partial void LogClosed(BillingPeriod month, Money billed, Money unattributed);

    [LoggerMessage(631, LogLevel.Warning, "Corrected the closed month {Month} by version {Version}: AWS billed {Billed}, of which {Unattributed} are paid by no publisher")]
    private partial void LogCorrected(BillingPeriod month, int version, Money billed, Money unattributed);
}
