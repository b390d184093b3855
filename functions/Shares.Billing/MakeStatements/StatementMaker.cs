using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;
using Shares.Data.Egress;

namespace Shares.Billing.MakeStatements;

/// <summary>
/// Makes statements: from one snapshot of the ledger its figures, its objects, and last of all the statement itself, which makes the others count.
/// Who is late leaves things behind that nothing names.
/// </summary>
public sealed class StatementMaker(PriceList prices, LedgerPass ledger, Evidence evidence, StatementReport report, StatementStore statements, TimeProvider time)
{
    /// <returns>Null when somebody else has made a newer one.</returns>
    public async Task<Statement?> EstimateAsync(BillingPeriod period, Bill? bill, CancellationToken ct)
    {
        await using var snapshot = new SnapshotFile();
        var month = await ledger.ReadAsync(period, snapshot, ct);
        var figures = MonthFigures.Estimate(month.Totals, bill, prices);
        // A bill in another currency cannot stand beside prices.
        var lines = (bill?.Lines ?? []).Where(line => line.Cost.Currency == figures.Currency).ToList();
        return await MakeAsync(period, 0, figures, lines, bill, month.Digest, snapshot, [], ct);
    }

    /// <summary>Closes the month, or writes its next version.</summary>
    /// <param name="before">The version that it follows; null: it is the first.</param>
    /// <returns>Null when somebody else was first.</returns>
    public async Task<Statement?> CloseAsync(BillingPeriod period, Bill bill, Statement? before, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(bill);
        await using var snapshot = new SnapshotFile();
        var month = await ledger.ReadAsync(period, snapshot, ct);
        var corrected = new List<Statement>();
        for (var version = 1; version <= before?.Version; version++) corrected.Add((await statements.FindAsync(period, version, ct))!);
        return await MakeAsync(
            period, corrected.Count + 1, MonthFigures.Settle(month.Totals, bill, prices.Currency), bill.Lines, bill, month.Digest, snapshot, corrected, ct);
    }

    private async Task<Statement?> MakeAsync(
        BillingPeriod period, int version, MonthFigures figures, IReadOnlyList<BillLine> lines, Bill? bill, string digest,
        SnapshotFile snapshot, IReadOnlyList<Statement> corrected, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var nothing = new StatementObject("", 0);
        var statement = new Statement(
            period, version, version == 0 ? StatementStatus.Estimated : StatementStatus.Final, Guid.CreateVersion7(now).ToString("N"), now, prices.Version,
            figures.Currency, lines, figures.Zones, await evidence.OfAsync(period, bill, ct), digest, new(nothing, nothing, nothing, null));
        await statements.PutCostsAsync(period, statement.Making, figures.Costs, ct);
        statement = statement with { Objects = await report.WriteAsync(statement, snapshot, figures.Costs, corrected, ct) };
        return await statements.PutAsync(statement, ct) ? statement : null;
    }
}
