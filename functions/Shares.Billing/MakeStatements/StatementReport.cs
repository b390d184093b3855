using System.Runtime.CompilerServices;
using Shares.Aws.Objects;
using Shares.Core.Egress.Reports;
using Shares.Core.Egress.Statements;
using Shares.Data.Egress;

namespace Shares.Billing.MakeStatements;

/// <summary>Writes a month's report into the reports bucket, in all formats at once.</summary>
public sealed class StatementReport(BillingSettings settings, ObjectReader reader, ObjectWriter writer, StatementStore statements, ReportNames names)
{
    /// <summary>Estimates take each other's place; what belongs to a final version is nobody else's, whoever makes one at the same time.</summary>
    public static string PrefixOf(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.Version == 0 ? $"egress/{statement.Period}/estimate/" : $"egress/{statement.Period}/v{statement.Version}/{statement.Making}/";
    }

    /// <param name="costs">By the statement.</param>
    /// <param name="corrected">Earlier final versions, the first one first.</param>
    /// <returns>Where the objects are.</returns>
    public async Task<StatementObjects> WriteAsync(
        Statement statement, SnapshotFile snapshot, IReadOnlyList<PublisherCost> costs, IReadOnlyList<Statement> corrected, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(corrected);
        List<IAsyncEnumerable<PricedRow>> versions =
        [
            .. corrected.Select(version => RowsOfAsync(version, ct)),
            snapshot.ReadAsync(ct).PriceAsync(statement, costs, settings.Prices, ct),
        ];
        var rows = names.NameAsync(versions is [var only] ? only : Corrections.MergeAsync(versions, ct), ct);
        var head = new ReportHead(statement, settings.Attribution.AccountId, settings.AccountName, settings.Attribution.Region) { Corrected = corrected };
        var (lastMonth, prefix) = (await FindLastMonthAsync(statement, ct), PrefixOf(statement));
        StatementObject? focus = null, lines = null;
        var csv = await PutAsync(prefix + "report.csv", "text/csv; charset=utf-8", async (csvOutput, _) =>
            focus = await PutAsync(prefix + "focus.csv", "text/csv; charset=utf-8", async (focusOutput, _) =>
                lines = await PutAsync(prefix + "report.jsonl", "application/jsonl", (linesOutput, token) =>
                    ReportWriting.WriteAsync(
                        [new PeopleReport(head, lastMonth, csvOutput), new FocusReport(head, focusOutput), new JsonReport(head, linesOutput)], rows, token), ct), ct), ct);
        return new(csv, focus!, lines!, statement.Version == 0 ? null : await PutAsync(prefix + "snapshot.jsonl.gz", "application/gzip", snapshot.CopyToAsync, ct));
    }

    private async Task<StatementObject> PutAsync(string key, string contentType, Func<Stream, CancellationToken, Task> write, CancellationToken ct) =>
        new(key, (await writer.WriteAsync(settings.ReportsBucket, key, contentType, write, ct)).OrFail());

    /// <summary>As an earlier version had them.</summary>
    private async IAsyncEnumerable<PricedRow> RowsOfAsync(Statement version, [EnumeratorCancellation] CancellationToken ct)
    {
        var costs = await statements.ReadCostsAsync(version, ct).ToListAsync(ct);
        using var stored = await OpenAsync(version.Objects.Snapshot!.Key, ct);
        await foreach (var row in SnapshotFile.ReadAsync(stored.Body, ct).PriceAsync(version, costs, settings.Prices, ct)) yield return row;
    }

    private async Task<LastMonth?> FindLastMonthAsync(Statement statement, CancellationToken ct) =>
        await statements.LatestAsync(statement.Period.Previous, ct) is { } last ? new(last, ReadReportAsync(last.Objects.Rows.Key, ct)) : null;

    private async IAsyncEnumerable<ReportRow> ReadReportAsync(string key, [EnumeratorCancellation] CancellationToken ct)
    {
        using var stored = await OpenAsync(key, ct);
        await foreach (var row in JsonReport.ReadRowsAsync(stored.Body, ct)) yield return row;
    }

    private async Task<StoredObject> OpenAsync(string key, CancellationToken ct) =>
        (await reader.OpenAsync(settings.ReportsBucket, key, ct)).OrFail() ?? throw new JobFailedException($"{key} is gone from the reports bucket.");
}
